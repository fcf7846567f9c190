/// One galaxy of the catalogue, and what is free of a law in all of its cells alike.
package struct CellGalaxy: Sendable {
  package let subject: FitSubject
  /// The free parameters of the law; nothing else is free, and no prior bears on them.
  package let lanes: FreeLanes
  /// The bounds of the law's parameters; those of a fixed one mean nothing here.
  package let bounds: LawBounds
  /// Whether it is asked for to prove that there is no better place.
  package let wantsProof: Bool

  /// Whether a parameter of the law is free.
  package func isFree(_ position: Int) -> Bool { lanes.lane(of: .parameter(position)) != nil }
}
