/// A column of the user's own, which a catalogue has beside those of the program.
package struct OwnColumn: Equatable, Sendable {
  /// What its values are.
  package enum Kind: Equatable, Sendable {
    case number
    /// Numbers that are all whole.
    case wholeNumber
    /// Words of this vocabulary; a value is a position in it.
    case word([String])
  }

  package let name: String
  /// The unit as the file or the spec has it; empty where neither has one.
  package let unit: String
  package let kind: Kind

  package init(_ name: String, _ kind: Kind, unit: String = "") {
    (self.name, self.kind, self.unit) = (name, kind, unit)
  }

  /// How many such columns a catalogue may have.
  package static let most = 1_000
}
