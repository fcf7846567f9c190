package import Records

/// A file of a dataset that a download was asked for.
package struct FetchedFile: Equatable, Sendable {
  /// How it came to be there.
  package enum Origin: Equatable, Sendable {
    /// It was there, and right.
    case alreadyThere
    /// It was downloaded from this address, and took the place of a wrong file if there was one.
    case downloaded(url: String)
  }

  package let dataset: String
  package let file: RegisteredFile
  /// Where it is.
  package let path: String
  package let bytes: Int
  package let origin: Origin
}
