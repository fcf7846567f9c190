import Galaxies
import Support

extension TableMapping {
  /// A text table under the names of the program.
  struct Applied {
    /// The columns that are mapped, under our names.
    let fields: FieldTable
    /// Those among them that the program does not have, in the order of the file.
    let others: [String]
    /// What was noticed, one sentence each.
    let notes: [String]
    /// How many rows the spec drops.
    let dropped: Int
  }

  /// Gives the columns of a text table the names of the program.
  ///
  /// A label that is a name of the program needs no entry. What is computed becomes a field that
  /// spells the number exactly.
  ///
  /// - Parameters:
  ///   - text: The table.
  ///   - known: The names that count.
  ///   - takesOthers: Whether columns of other names are taken under theirs.
  ///   - mistakes: Takes what is wrong.
  /// - Returns: `nil` if the mistakes have the reason.
  func applied(
    to text: TextTable, _ known: [KnownColumn], takesOthers: Bool = false, _ mistakes: Mistakes
  ) -> Applied? {
    let before = mistakes.count
    var found = columns.compactMap { column -> MappedFields? in
      let own = known.first { $0.name == column.name }
      guard let own = own ?? (takesOthers ? .own(column.name) : nil) else { return nil }
      return MappedFields.mapped(column, own, of: text, self, mistakes)
    }
    let mapped = Set(columns.map(\.name))
    text.refuseSecond(of: known.map(\.name).filter { !mapped.contains($0) }, mistakes)
    for own in known where !mapped.contains(own.name) {
      guard let position = text.position(of: own.name) else { continue }
      found.append(.named(position, own, of: text, self))
    }
    guard mistakes.count == before else { return nil }
    if takesOthers { found += others(of: text, beside: found, known, mistakes) }
    guard mistakes.count == before else { return nil }
    var notes = text.notes
    var kept = Array(text.rows.indices)
    if let drop {
      let numbers = found.filter { $0.own.unit != nil }.map {
        ($0.own.name, $0.numbers(text, form))
      }
      let table = LabelTable(text, form, adding: numbers)
      guard let dropped = table.rows(meeting: drop, mistakes) else { return nil }
      let gone = Set(dropped)
      kept = kept.filter { !gone.contains($0) }
    }
    let used = Set(found.flatMap(\.positions))
    let names = Set(known.map(\.name))
    let own = found.filter { !names.contains($0.own.name) }
      .sorted { $0.positions.first ?? .max < $1.positions.first ?? .max }
    let others = text.columns.indices.filter { !used.contains($0) }
    if let first = others.first {
      let name = text.columns[first].label.text
      let one = name.isEmpty ? "column \(first + 1)" : "'\(name)'"
      notes.append(
        others.count == 1
          ? "\(one) is passed over"
          : "\(others.count.grouped) columns are passed over, first \(one)")
    }
    let number = WrittenNumber(hasDecimalComma: form.hasDecimalComma)
    return Applied(
      fields: FieldTable(
        source: text.source, columns: found.map(\.own.name), units: found.map(\.unit),
        spans: found.map(\.span),
        numbers: found.map { $0.isComputed ? WrittenNumber() : number }, marks: Set(form.missing),
        header: text.header, rows: kept.map { row in found.map { $0.fields[row] } }),
      others: own.map(\.own.name), notes: notes, dropped: text.rows.count - kept.count)
  }

  /// What is to be said of the rows that the spec drops; `nil` if it names none.
  func dropNote(_ dropped: Int, of all: Int) -> String? {
    drop.map {
      "\(dropped.counted("row", "rows")) of \(all.grouped) dropped by '\($0.canonicalText)'"
    }
  }

  /// The columns of a text table under names of their own, where these are names.
  ///
  /// One that nearly is a name of the program is a mistake, unless the mapping says what is what.
  private func others(
    of text: TextTable, beside found: [MappedFields], _ known: [KnownColumn], _ mistakes: Mistakes
  ) -> [MappedFields] {
    let used = Set(found.flatMap(\.positions))
    var seen = Set(found.map(\.own.name))
    let names = known.map(\.name)
    let absent = Set(names).subtracting(seen)
    return text.columns.indices.compactMap { position in
      let column = text.columns[position]
      let name = column.label.name
      if used.contains(position) { return nil }
      func refuse(_ message: String, help: String) {
        mistakes.add(message, text.source, column.span, help: help)
      }
      if columns.isEmpty, let near = names.nearest(to: name), absent.contains(near) {
        refuse(
          "unknown column '\(column.label.text)'",
          help: "did you mean '\(near)'? If not, map it: " + Self.example(name, name))
      } else if !name.isColumnName {
        return nil
      } else if ProgramNames.all.contains(name) {
        let isDerived = GalaxyColumn.all.contains { $0.name == name && $0.field == nil }
        refuse(
          isDerived
            ? "'\(name)' follows from the curve" : "'\(name)' is a name of the program's own",
          help: "remove it, or call it something else: \(Self.example("my_\(name)", name))")
      } else if !seen.insert(name).inserted {
        refuse("a second column '\(name)'", help: "call one something else")
      }
      return .named(position, .own(name), of: text, self)
    }
  }

  /// A mapping of one column, as an example.
  private static func example(_ name: String, _ label: String) -> String {
    #""catalogue": {"name": "FILE", "columns": {"\#(name)": "\#(label)"}}"#
  }
}

extension TextTable {
  /// The position of a column by its label, with or without its unit.
  func position(of label: String) -> Int? {
    columns.firstIndex { $0.label.text == label } ?? columns.firstIndex { $0.label.name == label }
  }
}
