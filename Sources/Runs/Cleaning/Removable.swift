package import Machine

/// Something in a folder of runs that nobody needs any more, as far as the store can tell.
package struct Removable: Sendable {
  /// What it is; the raw value is the word for it.
  package enum Kind: String, Sendable {
    /// The records of a run that was not finished.
    case partial
    /// A run that was being written when its process ended.
    case unpublished
    /// A run whose place another one has taken.
    case superseded
    /// What is left of a run that was being removed.
    case discarded
    /// A file that was being written when its process ended.
    case temporary
    /// A folder in which nothing is kept.
    case empty
  }

  package let kind: Kind
  package let path: String
  /// The size of all its files, bytes.
  package let bytes: Int
  package let lastWritten: Moment?
  /// What else there is to know, in a few words.
  package let remark: String

  init(_ kind: Kind, _ path: String, _ remark: String = "") {
    self.kind = kind
    self.path = path
    self.remark = remark
    bytes = Files.totalSize(of: path)
    lastWritten = Files.lastWritten(path)
  }

  /// The name of its folder or file.
  package var name: String { Files.name(of: path) }
}
