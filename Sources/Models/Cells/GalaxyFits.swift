/// The fits of one law to one galaxy, wherever cells of a grid fix some quantities; what does not
/// depend on the cell is worked out once.
///
/// The fit of a cell depends on that cell alone, never on those beside it.
package struct GalaxyFits: Sendable {
  package typealias Results = [Result<CurveFit, FitRefusal>]

  private let results: @Sendable (CellValues) -> Results

  /// - Parameter results: Gives the results of up to eight cells, in their order.
  init(_ results: @escaping @Sendable (CellValues) -> Results) {
    self.results = results
  }

  /// The results of up to eight cells, in their order.
  package func at(_ cells: CellValues) -> Results { results(cells) }

  /// The results of any number of cells, in their order.
  ///
  /// - Parameter cells: What each cell fixes; shape `[cells][quantities]`.
  /// - Returns: A fit, or the reason there is none, for each.
  package func at(_ cells: [[Double]]) -> Results {
    stride(from: 0, to: cells.count, by: 8).flatMap { first in
      let block = cells[first...].prefix(8)
      return at(
        CellValues(count: block.count, quantities: block[first].count) { quantity, cell in
          block[first + cell][quantity]
        })
    }
  }
}
