import Support
import Tables

/// A column of a table as a report shows it: its texts, the same with and without the script.
struct ReportColumn {
  /// Significant digits of real numbers.
  private static let digits = 4

  let name: String
  let unit: String
  let summary: String
  let isNumber: Bool
  /// One a row; empty where a value is missing.
  let texts: [String]

  init(_ table: Table, _ index: Int) {
    let schema = table.schema.columns[index]
    name = schema.name
    unit = schema.unit
    summary = schema.summary
    isNumber = schema.expressionKind == .number
    let values = table.values[index]
    texts =
      switch schema.kind {
      case .integer: values.map { $0.isNaN ? "" : ReportNumber.text(Int($0)) }
      case .real:
        schema.name.isAxisLike
          ? values.map { $0.isNaN ? "" : ReportNumber.exact($0) }
          : values.map { $0.isNaN ? "" : ReportNumber.text($0, digits: Self.digits) }
      case .flag, .word: values.indices.map { table.text(row: $0, column: index) }
      }
  }

  /// What every row has; `nil` if rows differ or there are fewer than two.
  var constant: String? {
    guard texts.count > 1, let first = texts.first, texts.allSatisfy({ $0 == first }) else {
      return nil
    }
    return first
  }
}

extension String {
  /// Values of these were written by somebody and have few digits.
  fileprivate var isAxisLike: Bool { hasPrefix("upsilon_") }
}
