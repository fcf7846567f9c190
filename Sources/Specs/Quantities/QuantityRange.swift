package import Support
package import Tables

/// Where a quantity of a fit may lie and what is known of it beforehand, as a spec gives it.
package struct QuantityRange: Sendable {
  package let lower: Bound
  package let upper: Bound
  /// What the spec says that is known beforehand; `nil` where it gives bounds alone.
  package let prior: PriorRule?
  /// What the quantity follows from, where it is tied: then it has no range of its own.
  package let tie: Expression?

  package init(_ lower: Bound, _ upper: Bound, prior: PriorRule? = nil) {
    (self.lower, self.upper, self.prior) = (lower, upper, prior)
    tie = nil
  }

  /// What a quantity has that is tied.
  package init(tied tie: Expression) {
    (lower, upper, prior) = (.expression(tie), .expression(tie), nil)
    self.tie = tie
  }

  /// Whether a bound is an expression, so that its value differs between galaxies.
  package var dependsOnGalaxy: Bool {
    tie == nil && (lower.constant == nil || upper.constant == nil)
  }

  /// The one value that bounds, a prior without width or a tie leave, as the spec gives it; `nil`
  /// for a range.
  package var fixedValue: Bound? {
    if prior?.width?.constant == 0 { return prior?.centre }
    return lower.text == upper.text ? lower : nil
  }

  /// Every end and number of the range that a spec gives.
  package var parts: [Bound] {
    ends + prior.asList.flatMap(\.parts)
  }

  /// The bounds that a spec gives.
  package var ends: [Bound] { tie == nil ? [lower, upper] : [] }

  /// Whether what is known beforehand says more than bounds do.
  package var hasPrior: Bool { !(prior?.isUniform ?? true) }

  var resolvedBounds: JSONValue? { tie == nil ? [lower.resolved, upper.resolved] : nil }

  var resolvedPrior: JSONValue? {
    resolvedBounds.flatMap { bounds in prior?.resolved(within: bounds) }
  }

  var resolvedTie: JSONValue? { tie?.resolved }

  /// The range as a person reads it: `0.3 to 0.8`.
  package var text: String {
    if let tie { return tie.canonicalText }
    let bounds = "\(lower.text) to \(upper.text)"
    return prior.map { "\(bounds), prior \($0.text)" } ?? bounds
  }
}
