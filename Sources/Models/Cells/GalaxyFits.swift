/// The fits of one law to one galaxy, wherever cells of a grid fix some quantities; what does not
/// depend on the cell is worked out once.
///
/// The fit of a cell depends on that cell alone, never on those beside it.
package struct GalaxyFits: Sendable {
  /// What becomes of a cell: a fit, or the reason there is none.
  package typealias Result = Swift.Result<CurveFit, FitRefusal>

  private let make: @Sendable (CellValues, (Int, Result) -> Void) -> Void

  /// - Parameter make: Hands out the result of each of up to eight cells with its position.
  init(_ make: @escaping @Sendable (CellValues, (Int, Result) -> Void) -> Void) {
    self.make = make
  }

  /// Fits up to eight cells.
  ///
  /// - Parameters:
  ///   - cells: What they fix.
  ///   - body: Receives the result of each cell with its position, in any order.
  package func fit(_ cells: CellValues, _ body: (Int, Result) -> Void) { make(cells, body) }

  /// The results of any number of cells, in their order.
  ///
  /// - Parameter cells: What each cell fixes; shape `[cells][quantities]`.
  /// - Returns: A fit, or the reason there is none, for each.
  package func at(_ cells: [[Double]]) -> [Result] {
    var results = [Result](repeating: .failure(.beyondNumbers), count: cells.count)
    for first in stride(from: 0, to: cells.count, by: 8) {
      let block = cells[first...].prefix(8)
      let values = CellValues(count: block.count, quantities: block[first].count) {
        block[first + $1][$0]
      }
      fit(values) { results[first + $0] = $1 }
    }
    return results
  }
}
