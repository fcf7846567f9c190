/// How many there are in each cell, as ink in steps of powers of two, with a key in numbers.
package struct DensityMark: Sendable {
  /// The ends of the cells that have any; shape `[n]` each.
  package var x: [ClosedRange<Double>]
  package var y: [ClosedRange<Double>]
  /// Shape `[n]`.
  package var counts: [Int]
  /// What the key says over its numbers: `points per cell of 0.08 dex`.
  package var label: String

  package init(
    x: [ClosedRange<Double>], y: [ClosedRange<Double>], counts: [Int], label: String
  ) {
    self.x = x
    self.y = y
    self.counts = counts
    self.label = label
  }
}
