/// Some cells of a galaxy with their fits.
final class KnownBlock: Sendable {
  let cells: CellValues
  private let fits: BlockFits
  /// The fits by cell, where it takes long to make one; empty where it does not.
  private let kept: [CurveFit?]

  init(_ cells: CellValues, _ fits: BlockFits) {
    (self.cells, self.fits) = (cells, fits)
    kept = fits.areProfiled ? (0..<cells.count).map { fits.fit(of: $0) } : []
  }

  /// The fit of one cell; `nil` where its numbers are beyond their range.
  @inline(__always)
  func fit(of cell: Int) -> CurveFit? { kept.isEmpty ? fits.fit(of: cell) : kept[cell] }
}
