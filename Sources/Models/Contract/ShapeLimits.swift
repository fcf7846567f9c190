/// How fast the shape of a separable law can bend with its scale, which proofs rest on.
///
///     |∂⁴f/∂u⁴| ≤ shape · f,  |∂⁴f²/∂u⁴| ≤ square · f²,  u = ln s
///
/// at every radius and scale, for a shape that is not negative and monotone in its scale.
package struct ShapeLimits: Sendable {
  package let shape: Double
  package let square: Double
  /// Whether the shape grows with its scale; if not, it falls.
  package let grows: Bool

  package init(shape: Double, square: Double, grows: Bool) {
    (self.shape, self.square, self.grows) = (shape, square, grows)
  }

  /// Those of a rational taper.
  ///
  /// f = R σ with σ = s / (s + R), a logistic function of u:
  ///
  ///     f⁗ / f = (1 − σ) (1 − 2σ) (1 − 12σ + 12σ²),
  ///     (f²)⁗ / f² = (1 − σ) (16 − 114σ + 216σ² − 120σ³)
  ///
  /// Both are polynomials on [0, 1], largest in size at σ = 0, where they are 1 and 16.
  package static let rational = ShapeLimits(shape: 1, square: 16, grows: true)

  /// Those of f = tanh x with x = R / s, so that ∂/∂u = −θ, θ = x d/dx. With t = tanh x and
  /// d = 1 − t²
  ///
  ///     θ⁴t = d (x − 14 x² t + 6 x³ (6t² − 2) + x⁴ t (16 − 24t²)),
  ///     θ⁴t² = d (2 x t + 14 x² (1 − 3t²) + 6 x³ t (24t² − 16) + x⁴ (120t² − 120t⁴ − 16))
  ///
  /// The first is at most 3.0441 t in size, at x = 1.504, the second 16 t², for x → 0. The tests
  /// prove by intervals on [0, 20], and by d ≤ 4e^(−2x) beyond, that they are less than what stands
  /// here.
  package static let tanh = ShapeLimits(shape: 3.05, square: 16.01, grows: false)
}
