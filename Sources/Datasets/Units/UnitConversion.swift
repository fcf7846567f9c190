import Numerics

/// How a value in one unit becomes a value in another.
struct UnitConversion: Equatable, Sendable {
  /// What it is multiplied by, apart from a power of ten.
  let coefficient: Double
  /// The power of ten.
  let exponent: Int
  /// Whether the value is a decimal logarithm.
  let isLogarithm: Bool

  /// Ten to that power, without its sign.
  private let power: Double

  init(coefficient: Double, exponent: Int, isLogarithm: Bool) {
    self.coefficient = coefficient
    self.exponent = exponent
    self.isLogarithm = isLogarithm
    power = (0..<exponent.magnitude).reduce(1.0) { power, _ in power * 10 }
  }

  /// Whether nothing changes.
  var isIdentity: Bool { coefficient == 1 && exponent == 0 && !isLogarithm }

  /// The converted value.
  func callAsFunction(_ value: Double) -> Double {
    if isIdentity { return value }
    let plain = isLogarithm ? Elementary.exp10(value) : value
    let scaled = coefficient == 1 ? plain : plain * coefficient
    // A division by a power of ten rounds once; a multiplication by its inverse twice.
    return exponent < 0 ? scaled / power : scaled * power
  }
}
