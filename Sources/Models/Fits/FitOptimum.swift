/// A place where χ² plus −2 ln of the priors is smaller than around it, as far as a search knows.
package struct FitOptimum: Sendable {
  package let quantities: Quantities
  /// χ² plus −2 ln of the priors, up to their constants; of a place that the search has not
  /// followed to its end, no more than near it.
  package let objective: Double

  package init(_ quantities: Quantities, objective: Double) {
    (self.quantities, self.objective) = (quantities, objective)
  }
}
