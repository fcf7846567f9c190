import Models

/// Laws whose evaluations can be counted.
enum CountedLaw {
  /// The law with a counter; `nil` for a law without a shape or a profile of its own.
  static func law(_ law: any RotationLaw.Type) -> (any RotationLaw.Type)? {
    if let law = law as? any SeparableLaw.Type { return shape(law) }
    if let law = law as? any HaloLaw.Type { return halo(law) }
    return nil
  }

  private static func shape<Law: SeparableLaw>(_ law: Law.Type) -> any RotationLaw.Type {
    CountedShape<Law>.self
  }

  private static func halo<Law: HaloLaw>(_ law: Law.Type) -> any RotationLaw.Type {
    CountedHalo<Law>.self
  }
}
