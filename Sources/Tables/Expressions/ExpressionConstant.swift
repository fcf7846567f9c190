import Galaxies

/// A constant that every expression knows by name, unless a table `const` has such a column.
package struct ExpressionConstant: Sendable {
  package let name: String
  package let value: Double
  package let unit: String
  package let summary: String

  /// All of them, in the order of the documentation.
  package static let all = [
    ExpressionConstant(
      name: "const.g", value: Constants.gravity, unit: "kpc km2 / s2 / solMass",
      summary: "constant of gravitation"),
    ExpressionConstant(
      name: "const.h0", value: Constants.hubble, unit: "km / s / Mpc",
      summary: "Hubble constant that halos are measured by"),
  ]

  /// The constant of a name.
  package static func named(_ name: String) -> ExpressionConstant? {
    all.first { $0.name == name }
  }
}
