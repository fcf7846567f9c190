import Numerics
import Support
import Tables

/// Response and terms of a regression, worked out for every row of a table.
struct RegressionColumns {
  let response: [Double]
  /// One column a term; shape `[terms][rows]`.
  let terms: [[Double]]
  /// What the terms are called in a refusal; shape `[terms]`.
  private let names: [String]

  init(_ step: RegressStep, over table: Table, _ tables: TableSet) {
    response = step.response.numbers(over: table, tables)
    terms = step.terms.map { $0.expression.numbers(over: table, tables) }
    names = step.terms.map { $0.expression.canonicalText }
  }

  /// The rows that meet the condition of a step and miss nothing.
  func completeRows(of step: RegressStep, over table: Table, _ tables: TableSet) -> CompleteRows {
    CompleteRows(
      among: step.condition.rows(of: table, tables),
      of: [(step.response.canonicalText, response)] + zip(names, terms))
  }

  /// Fits groups of rows, eight side by side where there are several of about one size.
  ///
  /// Copies of a row are not further rows: more distinct rows than coefficients are needed.
  ///
  /// - Parameters:
  ///   - groups: The rows of each group.
  ///   - times: How often each row of each group was drawn; `nil` for once.
  ///   - minimum: A group with fewer rows is refused.
  ///   - withRows: Whether residuals and leverages are asked for.
  /// - Returns: The fit of each group.
  func fits(
    _ groups: [[Int]], times: [[Int]]? = nil, minimum: Int = 1, withRows: Bool = false
  ) -> [Result<LinearModel, RegressionRefusal>] {
    var results = groups.map { rows -> Result<LinearModel, RegressionRefusal> in
      .failure(rows.isEmpty ? .emptyGroup : rows.count < minimum ? .belowMinimum : .tooFewRows)
    }
    let fitted = groups.indices.filter {
      groups[$0].count >= minimum && groups[$0].count > terms.count + 1
    }
    let sizes = fitted.map { times?[$0].reduce(0, +) ?? groups[$0].count }
    guard let largest = sizes.max() else { return results }
    // A lane takes the room and the time of the largest one.
    let isEven = sizes.reduce(0, +) >= 2 * largest
    var fits = LinearFits(
      lanes: isEven ? Lanes.count : 1, terms: terms.count, rows: largest)
    for start in stride(from: 0, to: fitted.count, by: fits.lanes) {
      let block = fitted[start..<min(start + fits.lanes, fitted.count)]
      fits.clear()
      for (lane, group) in block.enumerated() {
        fits.load(lane, groups[group], times: times?[group], response: response, terms: terms)
      }
      fits.fit()
      for (lane, group) in block.enumerated() {
        results[group] = result(fits, lane, withRows: withRows)
      }
    }
    return results
  }

  /// What came of one lane.
  private func result(
    _ fits: borrowing LinearFits, _ lane: Int, withRows: Bool
  ) -> Result<LinearModel, RegressionRefusal> {
    if let column = fits.dependentColumn(lane) {
      return .failure(
        .dependentTerm(column == 0 ? RegressionTerm.intercept : names[column - 1]))
    }
    if fits.isConstant(lane) { return .failure(.constantResponse) }
    return .success(LinearModel(fits, lane, withRows: withRows))
  }
}
