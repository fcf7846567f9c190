import Support
import Tables

/// The rows of a text table as expressions see them: under the labels of the file.
struct LabelTable {
  private let table: Table

  /// - Parameters:
  ///   - text: The table.
  ///   - form: How it is written.
  ///   - names: Further columns, by the names of the program, which come first.
  init(_ text: TextTable, _ form: TextTableForm, adding names: [(name: String, values: [Double])]) {
    let number = WrittenNumber(hasDecimalComma: form.hasDecimalComma)
    let marks = Set(form.missing + [""])
    var columns = names.map { ColumnSchema($0.name, "") }
    var values = names.map(\.values)
    for (position, column) in text.columns.enumerated() where !column.label.text.isEmpty {
      let fields = text.rows.map { $0[position].text }
      var kind = ColumnSchema.Kind.real
      var found = fields.map { marks.contains($0) ? Double.nan : number.value(of: $0) }
      if found.contains(where: { $0 == nil }) {
        let words = fields.distinct
        var codes: [String: Double] = [:]
        for (code, word) in words.enumerated() { codes[word] = Double(code) }
        kind = .word(words)
        found = fields.map { marks.contains($0) ? .nan : codes[$0] }
      }
      let numbers = found.compactMap(\.self)
      for name in [column.label.text, column.label.name].distinct {
        columns.append(ColumnSchema(name, kind, ""))
        values.append(numbers)
      }
    }
    table = Table(TableSchema("file", axes: [], keys: [], columns: columns), values)
  }

  /// The numbers that an expression gives; `nil` if it has mistakes, which are then told.
  func numbers(_ expression: Expression, _ mistakes: Mistakes) -> [Double]? {
    isSound(expression, .number, mistakes) ? expression.numbers(over: table, TableSet()) : nil
  }

  /// The rows that meet a condition; `nil` if it has mistakes, which are then told.
  func rows(meeting condition: Expression, _ mistakes: Mistakes) -> [Int]? {
    isSound(condition, .boolean, mistakes) ? condition.rows(of: table, TableSet()) : nil
  }

  /// Tells what is wrong with an expression.
  func check(_ expression: Expression, _ mistakes: Mistakes) {
    _ = isSound(expression, .number, mistakes)
  }

  private func isSound(
    _ expression: Expression, _ kind: ExpressionKind, _ mistakes: Mistakes
  ) -> Bool {
    let report = InputReport()
    expression.check(over: table.schema, SchemaSet(), expecting: kind, report)
    for diagnostic in report.diagnostics { mistakes.add(diagnostic) }
    return !report.hasErrors
  }
}
