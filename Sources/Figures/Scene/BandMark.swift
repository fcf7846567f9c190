/// The area between two lines over x.
package struct BandMark: Sendable {
  /// Shape `[n]` each.
  package var x: [Double]
  package var low: [Double]
  package var high: [Double]
  package var paint: Paint
  /// How strong its colour is: 0.22 for 68 %, 0.12 for 95 %, 0.06 or less for a zone.
  package var opacity: Double
  package var label: String

  package init(
    x: [Double], low: [Double], high: [Double], paint: Paint, opacity: Double, label: String
  ) {
    self.x = x
    self.low = low
    self.high = high
    self.paint = paint
    self.opacity = opacity
    self.label = label
  }
}
