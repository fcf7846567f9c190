package import Support

/// A number that follows from the parameters of a law and has a name of its own in expressions of
/// priors, ties and posteriors.
///
/// Every model knows it that has the parameters it is made of.
package struct DerivedQuantity: Sendable {
  package let name: String
  package let unit: String
  package let summary: String
  /// What it is, in the language of expressions.
  package let formula: Expression

  private init(_ name: String, unit: String, _ formula: String, _ summary: String) {
    let report = InputReport()
    guard let expression = Expression(parsing: SourceText(name: name, text: formula), report) else {
      preconditionFailure("the formula of \(name) can be read")
    }
    (self.name, self.unit, self.summary, self.formula) = (name, unit, summary, expression)
  }

  /// All of them.
  ///
  /// r₂₀₀ encloses 200 times the critical density, so V₂₀₀ = 10 H₀ r₂₀₀ and M₂₀₀ = V₂₀₀² r₂₀₀ / G.
  package static let all = [
    DerivedQuantity(
      "r200", unit: "kpc", "100 * v200 / const.h0",
      "radius of a halo within which the density is 200 times the critical one"),
    DerivedQuantity(
      "m200", unit: "solMass", "100 * v200^3 / (const.g * const.h0)", "mass of a halo within r200"),
    DerivedQuantity(
      "r_s", unit: "kpc", "100 * v200 / (const.h0 * c200)", "scale radius of a halo"),
  ]

  /// Those that a model knows.
  ///
  /// - Parameter parameters: The names of its parameters.
  /// - Returns: Those that are made of them alone.
  package static func known(from parameters: [String]) -> [DerivedQuantity] {
    all.filter { derived in
      derived.formula.names.allSatisfy { parameters.contains($0) || $0.hasPrefix("const.") }
    }
  }
}
