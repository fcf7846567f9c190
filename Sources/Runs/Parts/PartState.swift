/// What a file turned out to be that was given as a part of a plan.
package enum PartState: Equatable, Sendable {
  /// A part with every record that it ever had.
  case whole
  /// A whole part whose units another one has that was read before.
  case again(as: String)
  /// A part that does not end as it was written; whole records of it are used.
  case cutShort
  /// A part that is damaged in so many places; whole records of it are used.
  case damaged(places: Int)
  /// A part of other results: another spec, other data or other methods.
  case ofAnotherSpec(identity: String)
  /// A part by another build of the program.
  case ofAnotherBuild(Build)
  /// A part of the same plan and build whose numbers mean something else.
  case ofAnotherLayout
  /// A part of another version of the program.
  case ofAnotherVersion
  /// No part.
  case noPart
  /// A file that cannot be read.
  case unreadable(FileError)

  /// The state in a word, for programs.
  package var word: String {
    switch self {
    case .whole: "whole"
    case .again: "again"
    case .cutShort: "cut_short"
    case .damaged: "damaged"
    case .ofAnotherSpec: "other_spec"
    case .ofAnotherBuild: "other_build"
    case .ofAnotherLayout: "other_layout"
    case .ofAnotherVersion: "other_version"
    case .noPart: "no_part"
    case .unreadable: "unreadable"
    }
  }
}
