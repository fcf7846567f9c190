/// Symbols at places, with their errors.
///
/// All are drawn: those outside the panel become carets at its edge.
package struct PointMark: Sendable {
  /// Shape `[n]` each.
  package var x: [Double]
  package var y: [Double]
  /// The ends of error bars; shape `[n]`, or none.
  package var xEnds: [ClosedRange<Double>?]
  package var yEnds: [ClosedRange<Double>?]
  /// Those that lie on a bound; shape `[n]`.
  package var isHollow: [Bool]
  package var paint: Paint
  package var size: Size
  /// What the symbols stand for, for a key or a label; empty for none.
  package var label: String

  package init(
    x: [Double], y: [Double], xEnds: [ClosedRange<Double>?], yEnds: [ClosedRange<Double>?],
    isHollow: [Bool], paint: Paint, size: Size, label: String
  ) {
    self.x = x
    self.y = y
    self.xEnds = xEnds
    self.yEnds = yEnds
    self.isHollow = isHollow
    self.paint = paint
    self.size = size
    self.label = label
  }

  /// How large symbols are: as the block has them, larger for what sums many up, or as large as
  /// marks on a map, which are outlines.
  package enum Size: Sendable {
    case usual, large, outline
  }
}
