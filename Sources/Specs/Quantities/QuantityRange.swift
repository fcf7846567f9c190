import Support
package import Tables

/// Where a quantity of a fit may lie and what is known of it beforehand, as a spec gives it.
package struct QuantityRange: Sendable {
  package let lower: Bound
  package let upper: Bound
  /// What the spec says that is known beforehand; `nil` where it gives bounds alone.
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

  /// Whether what is known beforehand says more than bounds do.
  package var hasPrior: Bool { !(prior?.isUniform ?? true) }

  var resolvedBounds: JSONValue { [lower.resolved, upper.resolved] }

  var resolvedPrior: JSONValue? { prior?.resolved(within: resolvedBounds) }

  /// The range as a person reads it: `0.3 to 0.8`.
  package var text: String {
    let bounds = "\(lower.text) to \(upper.text)"
    return prior.map { "\(bounds), prior \($0.text)" } ?? bounds
  }
}
