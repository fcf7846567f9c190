import Support

/// Which rows are best.
package enum Goal: String, CaseIterable, Resolvable {
  case maximum, minimum
}
