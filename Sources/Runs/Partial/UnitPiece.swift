/// Some units of one computation that are computed, claimed and stored together.
package struct UnitPiece: Hashable, Sendable {
  /// The position of the computation in the plan.
  package let computation: Int
  package let units: Range<Int>

  /// The largest number of units in a piece; small enough for a stop within a second.
  private static let largest = 256

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
      let (shape, ranges) = item
      let size = max(1, min(largest, shape.unitCount / 64))
      return ranges.flatMap { range in
        stride(from: range.lowerBound / size * size, to: range.upperBound, by: size).map { start in
          UnitPiece(
            computation: computation, units: range.clamped(to: start..<(start + size)))
        }
      }
    }
  }
}
