import Support

/// Which rows a step over a grid looks at.
enum SamplePolicy: String, CaseIterable, Resolvable {
  /// In each cell those that are valid there.
  case moving
  /// In every cell those that are valid in all of them.
  case common
}
