/// Where one quantity of a fit may lie, and what is known of it beforehand.
package struct FitRange: Equatable, Sendable {
  /// The bounds; where they are the same the quantity is fixed.
  package var lower: Double
  package var upper: Double
  package var prior: Prior
  /// Whether something is said of it beforehand beside bounds, even that every value within them is
  /// as likely as any other.
  package var isKnown: Bool

  package init(_ lower: Double, _ upper: Double, _ prior: Prior = .uniform) {
    (self.lower, self.upper, self.prior) = (lower, upper, prior)
    isKnown = prior != .uniform
  }

  package init(_ bounds: ClosedRange<Double>, _ prior: Prior = .uniform) {
    self.init(bounds.lowerBound, bounds.upperBound, prior)
  }

  /// One value and no other.
  package init(fixed value: Double) {
    self.init(value, value)
  }

  /// What nothing is said of: without bounds, so that it is that of the catalogue.
  package static let unset = FitRange(.nan, .nan)
}
