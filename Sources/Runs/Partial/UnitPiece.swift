import Steps

/// Some units of one computation that are computed, claimed and stored together.
package struct UnitPiece: Hashable, Sendable {
  /// The position of the computation in the plan.
  package let computation: Int
  package let units: Range<Int>

  /// The largest number of units in a piece, unless one galaxy has more of them in a block of
  /// cells; small enough for a stop within a second.
  private static let largest = 256

  /// How many units some pieces have together, each counted once; no more memory is taken than the
  /// pieces do, whatever the size of the plan.
  static func unitCount(of pieces: [UnitPiece]) -> Int {
    let sorted = pieces.sorted {
      ($0.computation, $0.units.lowerBound) < ($1.computation, $1.units.lowerBound)
    }
    var (count, computation, end) = (0, -1, 0)
    for piece in sorted {
      if piece.computation != computation { (computation, end) = (piece.computation, 0) }
      count += max(0, piece.units.upperBound - max(end, piece.units.lowerBound))
      end = max(end, piece.units.upperBound)
    }
    return count
  }

  /// Cuts units into pieces.
  ///
  /// The cuts lie at the same units for every process, however much of the plan is there already.
  ///
  /// - Parameters:
  ///   - missing: The units, a list of ranges for each computation.
  ///   - layout: The number of units of each computation.
  /// - Returns: The pieces, computation by computation, in the order of the units.
  static func cut(_ missing: [[Range<Int>]], _ layout: RecordLayout) -> [UnitPiece] {
    zip(layout.shapes, missing).enumerated().flatMap { computation, item in
      item.1.flatMap { cut($0, of: item.0.order) }.map {
        UnitPiece(computation: computation, units: $0)
      }
    }
  }

  /// Cuts units of one computation into the ranges of pieces.
  static func cut(_ units: Range<Int>, of order: UnitOrder) -> [Range<Int>] {
    let size = min(largest, order.unitCount / 64)
    return Array(
      sequence(state: units.lowerBound) { start -> Range<Int>? in
        guard start < units.upperBound else { return nil }
        let part = order.part(holding: start, atMost: size)
        start = part.upperBound
        return units.clamped(to: part)
      })
  }
}
