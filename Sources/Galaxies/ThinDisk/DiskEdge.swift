/// What is taken to lie beyond the last radius of a table of surface densities.
package enum DiskEdge: String, CaseIterable, Sendable {
  /// The disk falls off as the outer points of the table do, by the rules of ``ContinuedProfile``.
  case continued
  /// Nothing, as if the next radius of the table had a density of zero: see
  /// ``SurfaceDensity/endingInZero``.
  case zero
}
