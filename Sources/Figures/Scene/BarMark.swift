/// Bars from zero, or from where the one before them ends.
package struct BarMark: Sendable {
  /// The ends across the bars; shape `[n]` each.
  package var from: [Double]
  package var to: [Double]
  /// The ends along the bars; shape `[n]` each.
  package var base: [Double]
  package var top: [Double]
  /// Those that stand for results on a bound; shape `[n]`.
  package var isHollow: [Bool]
  /// Whether the bars lie.
  package var isHorizontal: Bool
  package var paint: Paint
  package var opacity: Double
  /// A text inside each bar or behind it; shape `[n]`, or none.
  package var texts: [String]
  package var label: String

  package init(
    from: [Double], to: [Double], base: [Double], top: [Double], isHollow: [Bool],
    isHorizontal: Bool, paint: Paint, opacity: Double, texts: [String], label: String
  ) {
    self.from = from
    self.to = to
    self.base = base
    self.top = top
    self.isHollow = isHollow
    self.isHorizontal = isHorizontal
    self.paint = paint
    self.opacity = opacity
    self.texts = texts
    self.label = label
  }
}
