import Support
package import Tables

/// Where a quantity of a fit may lie and what is known of it beforehand, as a spec gives it.
package struct QuantityRange: Sendable {
  package let lower: Bound
  package let upper: Bound
  /// What is known beforehand; `nil` where every value within the bounds is as likely as any other.
  package let prior: PriorRule?

  package init(_ lower: Bound, _ upper: Bound, prior: PriorRule? = nil) {
    self.lower = lower
    self.upper = upper
    self.prior = prior
  }

  /// Whether a bound is an expression, so that its value differs between galaxies.
  package var dependsOnGalaxy: Bool {
    lower.constant == nil || upper.constant == nil
  }

  /// The one value that bounds or a prior without width leave, as the spec gives it; `nil` for a
  /// range.
  package var fixedValue: Bound? {
    if prior?.width?.constant == 0 { return prior?.centre }
    return lower.text == upper.text ? lower : nil
  }

  /// Every end and number of the range that a spec gives.
  package var parts: [Bound] {
    [lower, upper] + prior.asList.flatMap(\.parts)
  }

  /// The range as a person reads it: `0.3 to 0.8`.
  package var text: String {
    let bounds = "\(lower.text) to \(upper.text)"
    return prior.map { "\(bounds), prior \($0.text)" } ?? bounds
  }
}
