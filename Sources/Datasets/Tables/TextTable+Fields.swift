import Support

extension TextTable {
  /// The rows under the names of the columns, units apart.
  var fields: FieldTable {
    FieldTable(
      source: source, columns: columns.map(\.label.name), units: columns.map(\.unit),
      spans: columns.map(\.span), header: header, rows: rows)
  }

  /// Says which columns are passed over since their names are not known.
  ///
  /// A name that nearly is a known one is a mistake.
  ///
  /// - Parameters:
  ///   - known: The names that count.
  ///   - mistakes: Takes what is wrong.
  /// - Returns: What is to be said of those passed over, in one sentence.
  func remark(onColumnsBeside known: [String], _ mistakes: Mistakes) -> String? {
    let others = columns.filter { !known.contains($0.label.name) }
    for column in others where !column.label.name.isEmpty {
      guard let near = known.nearest(to: column.label.name) else { continue }
      mistakes.add(
        "unknown column '\(column.label.text)'", source, column.span,
        help: "did you mean '\(near)'?")
    }
    guard let first = others.first else { return nil }
    let name = first.label.text.isEmpty ? "one without a name" : "'\(first.label.text)'"
    return others.count == 1
      ? "column \(name) is passed over"
      : "\(others.count.grouped) columns are passed over, first \(name)"
  }
}
