/// The power series of the mass of a halo near its centre.
package enum HaloSeries {
  /// Where the mass itself takes over from its series, in scale radii.
  package static let end = 0.2

  /// The coefficients of a power series up to there, where 24 terms leave out 0.2²⁴ = 2e-17.
  ///
  /// - Parameter coefficient: The coefficient of xⁿ for any n.
  /// - Returns: The coefficients from x⁰ on.
  package static func coefficients(_ coefficient: (Int) -> Double) -> [Double] {
    (0..<24).map(coefficient)
  }
}
