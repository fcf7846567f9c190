package import Specs
import Support
package import Tables

/// What became of one expectation.
package struct ExpectationOutcome: Sendable {
  package let expectation: Expectation
  package let isMet: Bool
  /// What was expected, and what was found, as a person reads it.
  package let expected: String
  package let found: String

  /// Holds an expectation against the tables of a run.
  ///
  /// - Parameters:
  ///   - expectation: What was published; checked against the schemas of the tables.
  ///   - tables: What the run made.
  package init(_ expectation: Expectation, _ tables: TableSet) {
    self.expectation = expectation
    expected =
      switch expectation.demand {
      case .near(let value, 0): JSONValue.spelling(of: value)
      case .near(let value, let tolerance):
        "\(JSONValue.spelling(of: value)) ± \(JSONValue.spelling(of: tolerance))"
      case .atLeast(let value): "at least \(JSONValue.spelling(of: value))"
      case .atMost(let value): "at most \(JSONValue.spelling(of: value))"
      case .word(let word): "'\(word)'"
      }
    guard let table = tables[expectation.table.value] else {
      (isMet, found) = (false, "no such table")
      return
    }
    let rows =
      expectation.condition.map { $0.rows(of: table, tables) } ?? Array(0..<table.rowCount)
    if let statistic = expectation.statistic {
      let column = expectation.column.flatMap { table[$0.value] }
      let sample = rows.map { column?[$0] ?? 0 }
      let value = statistic.value(of: sample)
      (isMet, found) = (Self.holds(expectation.demand, value), Self.text(value))
      return
    }
    guard let column = expectation.column.flatMap({ table.schema.index(of: $0.value) }) else {
      (isMet, found) = (false, "no such column")
      return
    }
    guard rows.count == 1 else {
      (isMet, found) = (false, rows.isEmpty ? "no such row" : "\(rows.count) rows")
      return
    }
    let isNumber = table.schema.columns[column].expressionKind == .number
    let text =
      isNumber
      ? Self.text(table.values[column][rows[0]]) : table.text(row: rows[0], column: column)
    found = text.isEmpty ? "missing" : text
    if case .word(let word) = expectation.demand {
      isMet = word == text
    } else {
      isMet = Self.holds(expectation.demand, table.values[column][rows[0]])
    }
  }

  /// What the expectation is about: `fits · k · galaxy == 'DDO154'`.
  package var subject: String {
    let what = [expectation.statistic?.name, expectation.column?.value].compactMap(\.self)
    return
      ([expectation.table.value, what.joined(separator: " of ")]
      + [expectation.condition?.canonicalText].compactMap(\.self)).joined(separator: " · ")
  }

  /// The outcome in words: `point_rms · rms · column == 'plain' is 0.06889, expected 0.0689 ±
  /// 0.00005`.
  package var sentence: String {
    let number = Double(found).map { $0.written(digits: 4) }
    let whole = Int(found).map { Double($0).writtenWhole(digits: nil) }
    return "\(subject) is \(whole ?? number ?? found), expected \(expected)."
  }

  private static func holds(_ demand: Expectation.Demand, _ value: Double) -> Bool {
    switch demand {
    case .near(let wanted, let tolerance): (value - wanted).magnitude <= tolerance
    case .atLeast(let limit): value >= limit && value.isFinite
    case .atMost(let limit): value <= limit && value.isFinite
    case .word: false
    }
  }

  private static func text(_ value: Double) -> String {
    value.isFinite ? JSONValue.spelling(of: value) : "missing"
  }
}
