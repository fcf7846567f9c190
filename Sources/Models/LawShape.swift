/// The shape of a separable law at one radius, with its derivatives.
package struct LawShape: Sendable {
  /// What the amplitude multiplies.
  package let value: Double
  /// The derivative by the scale.
  package let slope: Double
  /// The derivative by the logarithm of every length of the point at once: R ∂f/∂R + R_d ∂f/∂R_d.
  package let length: Double

  @inline(__always)
  package init(_ value: Double, slope: Double, length: Double) {
    self.value = value
    self.slope = slope
    self.length = length
  }
}
