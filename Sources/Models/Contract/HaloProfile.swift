/// The mass that a halo has within a radius, relative to its behaviour at the centre.
///
/// The mass within x scale radii starts as a power of x; divided by that power it starts at a
/// constant, so that it keeps its digits down to the centre.
package struct HaloProfile: Sendable {
  /// The mass over its power of x; any normalisation, as only ratios count.
  package let value: Double
  /// The slope ∂ln value / ∂ln x.
  package let slope: Double
  /// The derivative of ln value by the shape parameter of the halo, where it has one.
  package let shapeSlope: Double

  @inline(__always)
  package init(_ value: Double, slope: Double, shapeSlope: Double = 0) {
    self.value = value
    self.slope = slope
    self.shapeSlope = shapeSlope
  }

  /// The profile from the mass itself, for radii where it has no cancellation.
  ///
  /// - Parameters:
  ///   - mass: The mass within x.
  ///   - growth: Its derivative by ln x.
  ///   - x: Radius in scale radii, positive.
  ///   - power: The power with which the mass starts at the centre.
  @inline(__always)
  package init(mass: Double, growth: Double, at x: Double, power: Int) {
    let start = power == 3 ? x * x * x : x * x
    self.init(mass / start, slope: growth / mass - Double(power))
  }

  /// The profile from its power series, for small radii.
  ///
  /// - Parameters:
  ///   - series: The coefficients from x⁰ on.
  ///   - x: Radius in scale radii, so small that the terms left out do not count.
  @inline(__always)
  package init(series: [Double], at x: Double) {
    var (value, slope) = (0.0, 0.0)
    for n in stride(from: series.count - 1, through: 0, by: -1) {
      value = value * x + series[n]
      slope = slope * x + Double(n) * series[n]
    }
    self.init(value, slope: slope / value)
  }

  /// Where the mass itself takes over from its series, in scale radii.
  package static let endOfSeries = 0.2

  /// The coefficients of a power series up to there, where 24 terms leave out 0.2²⁴ = 2e-17.
  ///
  /// - Parameter coefficient: The coefficient of xⁿ for any n.
  /// - Returns: The coefficients from x⁰ on.
  package static func series(_ coefficient: (Int) -> Double) -> [Double] {
    (0..<24).map(coefficient)
  }
}
