/// Whose tables a LaTeX table looks like.
package enum LaTeXStyle: String, CaseIterable, Sendable {
  /// `deluxetable` of AASTeX.
  case deluxetable
  /// `tabular` with the rules of the package booktabs.
  case booktabs
  /// Astronomy & Astrophysics.
  case aa
}
