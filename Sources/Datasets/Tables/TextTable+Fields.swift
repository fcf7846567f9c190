import Galaxies
import Support

extension TextTable {
  /// The rows under the names of the columns, units apart.
  var fields: FieldTable {
    FieldTable(
      source: source, columns: columns.map(\.label.name), units: columns.map(\.unit),
      spans: columns.map(\.span), header: header, rows: rows)
  }

  /// Tells which of some names stand over two columns, once without a unit.
  func refuseSecond(of names: [String], _ mistakes: Mistakes) {
    var seen: Set<String> = []
    for column in columns where names.contains(column.label.name) {
      if seen.insert(column.label.name).inserted { continue }
      mistakes.add(
        "a second column '\(column.label.name)'", source, column.span,
        help: "call one something else")
    }
  }

  /// Says which columns are passed over since their names are not known.
  ///
  /// A name that nearly is a known one is a mistake; where the known one is missing, one message
  /// tells both.
  ///
  /// - Parameters:
  ///   - known: The names that count.
  ///   - required: Those of them that have to be there.
  ///   - mistakes: Takes what is wrong.
  /// - Returns: What is to be said of those passed over, in one sentence.
  func remark(
    onColumnsBeside known: [String], requiring required: [String] = [], _ mistakes: Mistakes
  ) -> String? {
    refuseSecond(of: known, mistakes)
    let others = columns.filter { !known.contains($0.label.name) }
    var missing = required.filter { name in !columns.contains { $0.label.name == name } }
    for column in others where !column.label.name.isEmpty {
      let near = known.nearest(to: column.label.name)
      let meant = near ?? ColumnSynonyms.meaning(of: column.label.name)
      guard let meant, near != nil || missing.contains(meant) else { continue }
      let isMissing = missing.contains(meant)
      missing.removeAll { $0 == meant }
      mistakes.add(
        isMissing
          ? "column '\(column.label.text)' where '\(meant)' is missing"
          : "unknown column '\(column.label.text)'", source, column.span,
        help: near != nil
          ? "did you mean '\(meant)'?"
          : #"format "table" maps it: "columns": {"\#(meant)": "\#(column.label.text)"}"#)
    }
    for name in missing {
      mistakes.add(
        "missing column '\(name)'", source, header, help: ColumnSynonyms.advice(forMissing: name))
    }
    guard let first = others.first else { return nil }
    let name = first.label.text.isEmpty ? "one without a name" : "'\(first.label.text)'"
    return others.count == 1
      ? "column \(name) is passed over"
      : "\(others.count.grouped) columns are passed over, first \(name)"
  }
}
