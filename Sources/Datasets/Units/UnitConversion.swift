import Numerics

/// How a value in one unit becomes a value in another.
struct UnitConversion: Equatable, Sendable {
  /// What it is multiplied by, apart from a power of ten.
  let coefficient: Double
  /// The power of ten.
  let exponent: Int
  /// Whether the value is a decimal logarithm.
  let isLogarithm: Bool

  /// Whether nothing changes.
  var isIdentity: Bool { coefficient == 1 && exponent == 0 && !isLogarithm }

  /// The converted value.
  func callAsFunction(_ value: Double) -> Double {
    if isIdentity { return value }
    let plain = isLogarithm ? Elementary.exp10(value) : value
    let scaled = coefficient == 1 ? plain : plain * coefficient
    // A division by a power of ten rounds once; a multiplication by its inverse twice.
    return exponent < 0 ? scaled / Self.power(-exponent) : scaled * Self.power(exponent)
  }

  private static func power(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}
