import Support

/// The eight marks.
package enum MarkKind: String, CaseIterable, Resolvable {
  case point, line, band, bar, cell, density, rule, text
}
