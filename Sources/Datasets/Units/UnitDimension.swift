/// What kind of quantity a unit measures: powers of length, time, mass, luminosity and angle.
struct UnitDimension: Equatable, Sendable {
  var length = 0
  var time = 0
  var mass = 0
  var luminosity = 0
  var angle = 0

  static let none = UnitDimension()

  /// The powers of a product with a power of another.
  func times(_ other: Self, power: Int) -> Self {
    Self(
      length: length + power * other.length, time: time + power * other.time,
      mass: mass + power * other.mass, luminosity: luminosity + power * other.luminosity,
      angle: angle + power * other.angle)
  }
}
