/// The galaxies that two samples do not share.
package struct SampleDiff: Equatable, Sendable {
  /// How many galaxies each side has.
  package let oldCount: Int
  package let newCount: Int
  /// How many galaxies both have.
  package let sharedCount: Int
  /// The galaxies that only the new side has, with the rule by which the old one dropped them.
  package let gained: [Galaxy]
  /// The galaxies that only the old side has, with the rule by which the new one dropped them.
  package let lost: [Galaxy]

  /// A galaxy that one side has; the other does not, by this rule and because of this.
  package struct Galaxy: Equatable, Sendable {
    package let name: String
    /// The rule that dropped it; `nil` where the record of the cuts is not at hand or does not name
    /// it.
    package let rule: String?
    /// What the galaxy has instead.
    package let because: String?
  }

  /// Whether both sides have the same galaxies.
  package var isEmpty: Bool { gained.isEmpty && lost.isEmpty }

  init(_ old: DiffSide.Sample, _ new: DiffSide.Sample) {
    let (before, after) = (Set(old.galaxies), Set(new.galaxies))
    oldCount = old.galaxies.count
    newCount = new.galaxies.count
    sharedCount = before.intersection(after).count
    gained = new.galaxies.filter { !before.contains($0) }.map { Self.galaxy($0, missingIn: old) }
    lost = old.galaxies.filter { !after.contains($0) }.map { Self.galaxy($0, missingIn: new) }
  }

  private static func galaxy(_ name: String, missingIn sample: DiffSide.Sample) -> Galaxy {
    let dropped = sample.dropped[name]
    return Galaxy(name: name, rule: dropped?.rule, because: dropped?.because)
  }
}
