import Numerics

/// The sums that a profile is made of at one scale, with their derivatives by u = ln s.
struct ScaleSums<Value: LaneValue> {
  /// Σ w f e and its first two derivatives.
  var product = Value(0)
  var productSlope = Value(0)
  var productBend = Value(0)
  /// Σ w f², half its derivative and half its second derivative.
  var square = Value(0)
  var squareSlope = Value(0)
  var squareBend = Value(0)

  @inline(__always)
  init() {}

  /// Adds a point.
  ///
  /// - Parameters:
  ///   - shape: The shape there.
  ///   - scale: The scale.
  ///   - weight: The weight of the point.
  ///   - excess: What the term has to add.
  @inline(__always)
  mutating func add(_ shape: LawShape<Value>, scale: Value, weight: Double, excess: Value) {
    let slope = scale * shape.slope
    let bend = slope + scale * scale * shape.bend
    let (weighted, pull) = (weight * shape.value, weight * excess)
    product += shape.value * pull
    productSlope += slope * pull
    productBend += bend * pull
    square += weighted * shape.value
    squareSlope += weighted * slope
    squareBend += weight * (slope * slope) + weighted * bend
  }

  /// The profile here.
  @inline(__always)
  func profile(from lower: Value, through upper: Value) -> ScaleProfile<Value> {
    ScaleProfile(
      product: product, productSlope, square: square, squareSlope, from: lower, through: upper)
  }

  /// The second derivative of the profile by u, or of its stand-in without an amplitude.
  @inline(__always)
  func bend(of profile: ScaleProfile<Value>, from lower: Value, through upper: Value) -> Value {
    let amplitude = profile.amplitude
    let isInside = (amplitude .> lower) .& (amplitude .< upper)
    let change = (productSlope - 2 * (amplitude * squareSlope)) / square
    let amplitudeSlope = Value(0).replacing(with: change, where: isInside)
    let pull = productSlope - amplitude * squareSlope
    let pullSlope = productBend - amplitudeSlope * squareSlope - amplitude * squareBend
    let moving = -2 * (amplitudeSlope * pull + amplitude * pullSlope)
    let held = (-productBend).replacing(with: productBend, where: product .>= 0)
    return moving.replacing(with: held, where: amplitude .== 0)
  }

  /// The sums a small step further, to the second order.
  @inline(__always)
  func moved(by step: Value) -> ScaleSums {
    var moved = self
    moved.product += step * (productSlope + 0.5 * step * productBend)
    moved.square += step * (2 * squareSlope + step * squareBend)
    return moved
  }
}
