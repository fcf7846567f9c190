/// The columns of a table of draws beside what tells units apart, the quantities and what is
/// derived from them.
package enum DrawColumn: String, CaseIterable, Sendable {
  /// The number of the draw, the last key.
  case draw
  case logLikelihood = "ln_likelihood"
  /// The share of the draw in the posterior, where draws weigh differently.
  case weight
}
