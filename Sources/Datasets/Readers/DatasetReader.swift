/// A format of a dataset: which files it has, and how they become galaxies.
///
/// A new format is a new file with a type of this protocol and a line in ``DatasetReaders/all``.
package protocol DatasetReader: SendableMetatype {
  /// What specs and registries call the format.
  static var name: String { get }
  static var summary: String { get }
  /// The files that the format has.
  static var roles: [DatasetRole] { get }

  /// Whether the files may have surface densities in place of the speeds of gas and disk.
  static var mayHaveSurfaceDensities: Bool { get }

  /// The keys of a spec that say how the files are read, beside `path` and `format`.
  static var settings: [String] { get }

  /// Reads files that fill the roles.
  ///
  /// What is wrong goes to the mistakes; the reading is of use only if there are none.
  static func read(_ files: DatasetFiles, _ mistakes: Mistakes) -> DatasetReading
}

extension DatasetReader {
  package static var mayHaveSurfaceDensities: Bool { false }
  package static var settings: [String] { [] }
}
