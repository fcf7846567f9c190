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
  /// The derivative of the slope by ln x.
  package let bend: Value
  /// The derivative of ln value by the shape parameter of the halo, where it has one.
  package let shapeSlope: Value
  /// The derivatives of that one by the shape parameter and by ln x.
  package var shapeBend = Value(0)
  package var mixedBend = Value(0)

  @inline(__always)
  package init(_ value: Value, slope: Value, bend: Value, shapeSlope: Value) {
    self.value = value
    self.slope = slope
    self.bend = bend
    self.shapeSlope = shapeSlope
  }

  /// The profile from the mass itself, for radii where it has no cancellation.
  ///
  /// - Parameters:
  ///   - mass: The mass within x.
  ///   - growth: Its derivative by ln x.
  ///   - x: Radius in scale radii, positive.
  ///   - power: The power with which the mass starts at the centre.
  ///   - steepening: The slope of the density by ln x, less that at the centre.
  @inline(__always)
  package init(mass: Value, growth: Value, at x: Value, power: Int, steepening: Value) {
    let start = power == 3 ? x * x * x : x * x
    self.init(
      mass / start, slope: growth / mass - Double(power), power: power, steepening: steepening)
  }

  /// The profile of a halo without a shape parameter.
  ///
  /// With g = ∂ln m / ∂ln x, which is the power and the slope, ∂g / ∂ln x = g (L − g), where L is
  /// the slope of the growth ∂m / ∂ln x: the power and the steepening.
  ///
  /// - Parameters:
  ///   - value: The mass over its power of x.
  ///   - slope: The slope of that.
  ///   - power: The power with which the mass starts at the centre.
  ///   - steepening: The slope of the density by ln x, less that at the centre.
  @inline(__always)
  private init(_ value: Value, slope: Value, power: Int, steepening: Value) {
    self.init(
      value, slope: slope, bend: (Double(power) + slope) * (steepening - slope),
      shapeSlope: Value(0))
  }

  /// The profile from its power series, for small radii.
  ///
  /// - Parameters:
  ///   - series: The coefficients from x⁰ on.
  ///   - x: Radius in scale radii, so small that the terms left out do not count.
  ///   - power: The power with which the mass starts at the centre.
  ///   - steepening: The slope of the density by ln x, less that at the centre.
  @inline(__always)
  package init(series: [Double], at x: Value, power: Int, steepening: Value) {
    var (value, slope) = (Value(0), Value(0))
    for n in stride(from: series.count - 1, through: 0, by: -1) {
      value = value * x + series[n]
      slope = slope * x + Double(n) * series[n]
    }
    self.init(value, slope: slope / value, power: power, steepening: steepening)
  }

  /// The profile of a halo without a shape parameter, by its series near the centre and from the
  /// mass further out.
  ///
  /// - Parameters:
  ///   - x: Radius in scale radii, not negative.
  ///   - series: The coefficients from x⁰ on.
  ///   - power: The power with which the mass starts at the centre.
  ///   - steepening: The slope of the density by ln x, less that at the centre.
  ///   - mass: The mass within x and its derivative by ln x, for radii without cancellation.
  @inline(__always)
  package init(
    at x: Value, series: [Double], power: Int, steepening: Value,
    mass: (Value) -> (value: Value, growth: Value)
  ) {
    let isNear = x .<= HaloSeries.end
    if isNear.isEverywhere {
      self.init(series: series, at: x, power: power, steepening: steepening)
    } else {
      let (value, growth) = mass(x)
      let far = HaloProfile(
        mass: value, growth: growth, at: x, power: power, steepening: steepening)
      guard isNear.isAnywhere else {
        self = far
        return
      }
      let near = HaloProfile(series: series, at: x, power: power, steepening: steepening)
      self = far.replacing(with: near, where: isNear)
    }
  }

  /// The profile, with another where the mask is true.
  @inline(__always)
  package func replacing(with other: HaloProfile, where mask: Value.Mask) -> HaloProfile {
    var mixed = HaloProfile(
      value.replacing(with: other.value, where: mask),
      slope: slope.replacing(with: other.slope, where: mask),
      bend: bend.replacing(with: other.bend, where: mask),
      shapeSlope: shapeSlope.replacing(with: other.shapeSlope, where: mask))
    mixed.shapeBend = shapeBend.replacing(with: other.shapeBend, where: mask)
    mixed.mixedBend = mixedBend.replacing(with: other.mixedBend, where: mask)
    return mixed
  }
}
