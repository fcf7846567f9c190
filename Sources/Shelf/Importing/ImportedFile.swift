package import Records

/// A file of a dataset that was recognised among files of the user's.
package struct ImportedFile: Equatable, Sendable {
  /// What was done with it.
  package enum Outcome: String, Sendable {
    case copied
    /// The data folder had it already.
    case alreadyThere
    /// It took the place of a file that was none of the accepted variants.
    case replaced
  }

  package let dataset: String
  package let file: RegisteredFile
  /// Where it was found, as the user would say it.
  package let origin: String
  /// Where it is now.
  package let path: String
  package let outcome: Outcome
}
