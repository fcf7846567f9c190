/// Some cells of a galaxy, and what became of them.
final class KnownBlock: Sendable {
  let cells: CellValues
  /// By cell.
  let results: [GalaxyFits.Result]

  /// Fits some cells.
  ///
  /// - Parameters:
  ///   - cells: What they fix.
  ///   - fit: Fits cells, and hands out the result of each in their order.
  init(_ cells: CellValues, by fit: KnownFits.Fitter) {
    var results: [GalaxyFits.Result] = []
    results.reserveCapacity(cells.count)
    fit(cells) { _, result in results.append(result) }
    (self.cells, self.results) = (cells, results)
  }
}
