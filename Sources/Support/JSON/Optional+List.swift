extension Optional {
  /// The value as a list of one, or an empty list.
  package var asList: [Wrapped] { map { [$0] } ?? [] }
}
