/// The tables that posteriors fill.
package enum PosteriorTable: String, CaseIterable, Sendable {
  case posteriors
  case evidences
  case draws
  case weightedDraws = "draws_weighted"
  case predictive
  case correlations = "posterior_correlations"

  /// Whether a run has it only where its outputs name it.
  package var isOnlyOnRequest: Bool { self == .draws || self == .weightedDraws }
}
