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

  /// The columns of a table of draws beside its keys, the quantities and what is derived.
  package enum DrawColumn: String, CaseIterable, Sendable {
    case draw
    case logLikelihood = "ln_likelihood"
    case weight
  }
}
