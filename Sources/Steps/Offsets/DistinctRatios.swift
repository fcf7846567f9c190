import Galaxies
import Numerics

/// The mass-to-light ratios and scales of some cells, side by side.
///
/// To a galaxy without a bulge cells are the same that differ by its ratio alone: what is added for
/// it is zero, whatever the ratio. They stand there once.
struct DistinctRatios {
  /// The ratios by eights.
  let blocks: [LaneRatios]
  /// Which of the ratios each cell has; shape `[cells]`.
  private let positions: [Int]

  /// Puts cells side by side.
  ///
  /// - Parameters:
  ///   - cells: The values of their axes; shape `[cells][axes]`.
  ///   - axes: Where ratios and scale stand among the axes.
  ///   - hasBulge: Whether the ratio of the bulge matters.
  init(_ cells: [[Double]], _ axes: RatioAxes, hasBulge: Bool) {
    var (keys, firsts) = ([SIMD3<UInt64>](), [Int]())
    var positions: [Int] = []
    // Searches ask for a few cells again and again.
    keys.reserveCapacity(hasBulge ? 0 : cells.count)
    firsts.reserveCapacity(cells.count)
    positions.reserveCapacity(cells.count)
    for (cell, values) in cells.enumerated() {
      var position = firsts.count
      if !hasBulge {
        let ratios = axes.ratios(values)
        let key = SIMD3(
          ratios.disk.bitPattern, ratios.gas.bitPattern, axes.scale(values).bitPattern)
        // Neighbours on a grid are alike, and cells few.
        position = keys.lastIndex(of: key) ?? position
        if position == keys.count { keys.append(key) }
      }
      if position == firsts.count { firsts.append(cell) }
      positions.append(position)
    }
    self.positions = positions
    blocks = stride(from: 0, to: firsts.count, by: Lanes.count).map { start in
      axes.lanes(firsts[start..<min(start + Lanes.count, firsts.count)].map { cells[$0] }[...])
    }
  }

  /// Where what is measured at each cell stands, if every block has so many fields one behind the
  /// other, of eight numbers each; shape `[cells]`.
  func places(fields: Int) -> [Int] {
    positions.map { position in
      let (block, lane) = position.quotientAndRemainder(dividingBy: Lanes.count)
      return Lanes.count * fields * block + lane
    }
  }
}
