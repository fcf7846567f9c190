import Support

extension TableMapping {
  /// A text table under the names of the program.
  struct Applied {
    /// The columns that are mapped, under our names.
    let fields: FieldTable
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
  ///   - mistakes: Takes what is wrong.
  /// - Returns: `nil` if the mistakes have the reason.
  func applied(
    to text: TextTable, _ known: [KnownColumn], _ mistakes: Mistakes
  ) -> Applied? {
    let before = mistakes.count
    var found = columns.compactMap { column -> MappedFields? in
      guard let own = known.first(where: { $0.name == column.name }) else { return nil }
      return MappedFields.mapped(column, own, of: text, self, mistakes)
    }
    let mapped = Set(columns.map(\.name))
    for own in known where !mapped.contains(own.name) {
      guard let position = text.position(of: own.name) else { continue }
      found.append(.named(position, own, of: text, self))
    }
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
      notes: notes, dropped: text.rows.count - kept.count)
  }

  /// What is to be said of the rows that the spec drops; `nil` if it names none.
  func dropNote(_ dropped: Int, of all: Int) -> String? {
    drop.map {
      "\(dropped.counted("row", "rows")) of \(all.grouped) dropped by '\($0.canonicalText)'"
    }
  }
}

extension TextTable {
  /// The position of a column by its label, with or without its unit.
  func position(of label: String) -> Int? {
    columns.firstIndex { $0.label.text == label } ?? columns.firstIndex { $0.label.name == label }
  }
}
