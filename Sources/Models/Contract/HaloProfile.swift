package import Numerics

/// The mass that a halo has within a radius, relative to its behaviour at the centre.
///
/// The mass within x scale radii starts as a power of x; divided by that power it starts at a
/// constant, so that it keeps its digits down to the centre.
package struct HaloProfile<Value: LaneValue>: Sendable {
  /// The mass over its power of x; any normalisation, as only ratios count.
  package let value: Value
  /// The slope ∂ln value / ∂ln x.
  package let slope: Value
  /// The derivative of ln value by the shape parameter of the halo, where it has one.
  package let shapeSlope: Value

  @inline(__always)
  package init(_ value: Value, slope: Value, shapeSlope: Value) {
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
  package init(mass: Value, growth: Value, at x: Value, power: Int) {
    let start = power == 3 ? x * x * x : x * x
    self.init(mass / start, slope: growth / mass - Double(power), shapeSlope: Value(0))
  }

  /// The profile from its power series, for small radii.
  ///
  /// - Parameters:
  ///   - series: The coefficients from x⁰ on.
  ///   - x: Radius in scale radii, so small that the terms left out do not count.
  @inline(__always)
  package init(series: [Double], at x: Value) {
    var (value, slope) = (Value(0), Value(0))
    for n in stride(from: series.count - 1, through: 0, by: -1) {
      value = value * x + series[n]
      slope = slope * x + Double(n) * series[n]
    }
    self.init(value, slope: slope / value, shapeSlope: Value(0))
  }

  /// The profile of a halo without a shape parameter, by its series near the centre and from the
  /// mass further out.
  ///
  /// - Parameters:
  ///   - x: Radius in scale radii, not negative.
  ///   - series: The coefficients from x⁰ on.
  ///   - power: The power with which the mass starts at the centre.
  ///   - mass: The mass within x and its derivative by ln x, for radii without cancellation.
  @inline(__always)
  package init(
    at x: Value, series: [Double], power: Int, mass: (Value) -> (value: Value, growth: Value)
  ) {
    let isNear = x .<= HaloSeries.end
    if isNear.isEverywhere {
      self.init(series: series, at: x)
    } else {
      let (value, growth) = mass(x)
      let far = HaloProfile(mass: value, growth: growth, at: x, power: power)
      guard isNear.isAnywhere else {
        self = far
        return
      }
      let near = HaloProfile(series: series, at: x)
      self.init(
        far.value.replacing(with: near.value, where: isNear),
        slope: far.slope.replacing(with: near.slope, where: isNear), shapeSlope: Value(0))
    }
  }
}
