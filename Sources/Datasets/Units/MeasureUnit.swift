/// A unit of measurement, as far as curves and catalogues of galaxies have some.
///
/// A value in the unit is `coefficient × 10^exponent` times as many parsecs, seconds, solar masses,
/// solar luminosities and degrees. Powers of ten stand apart so that `pc` to `kpc` rounds once.
package struct MeasureUnit: Equatable, Sendable {
  let dimension: UnitDimension
  let coefficient: Double
  let exponent: Int
  /// Whether values are decimal logarithms of what the unit measures, as in `dex(solLum)`.
  let isLogarithm: Bool

  init(
    _ dimension: UnitDimension, _ coefficient: Double = 1, exponent: Int = 0,
    isLogarithm: Bool = false
  ) {
    self.dimension = dimension
    self.coefficient = coefficient
    self.exponent = exponent
    self.isLogarithm = isLogarithm
  }

  /// A plain number.
  static let number = MeasureUnit(.none)

  /// The product with a power of another unit.
  func times(_ other: Self, power: Int) -> Self {
    var factor = 1.0
    for _ in 0..<power.magnitude { factor *= other.coefficient }
    return Self(
      dimension.times(other.dimension, power: power),
      power < 0 ? coefficient / factor : coefficient * factor,
      exponent: exponent + power * other.exponent)
  }

  /// How values become values in another unit; `nil` if the two measure different things.
  func conversion(to other: Self) -> UnitConversion? {
    guard dimension == other.dimension, !other.isLogarithm else { return nil }
    return UnitConversion(
      coefficient: coefficient / other.coefficient, exponent: exponent - other.exponent,
      isLogarithm: isLogarithm)
  }

  /// Whether it measures an angle on the sky, which is a length at a distance.
  var isAngle: Bool { dimension == UnitDimension(angle: 1) && !isLogarithm }

  /// Whether there are values that are given by their logarithms: of light, mass and plain numbers.
  var mayBeLogarithm: Bool {
    dimension.luminosity != 0 || dimension.mass != 0 || dimension == .none
  }

  /// Whether it measures a length.
  var isLength: Bool { dimension == UnitDimension(length: 1) && !isLogarithm }
}
