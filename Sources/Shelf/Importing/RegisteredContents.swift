import Records
import Support

/// Which files of which datasets have which content.
struct RegisteredContents {
  /// A file and the dataset that it belongs to.
  typealias Owner = (entry: DatasetEntry, file: RegisteredFile)

  private let owners: [Owner]
  private let sizes: Set<Int>

  init(_ registry: DataRegistry) {
    owners = registry.entries.flatMap { entry in entry.files.map { (entry, $0) } }
    sizes = Set(owners.flatMap { $0.file.variants.map(\.bytes) })
  }

  /// Whether a file of this size and name is worth a look: it may be right, or nearly so.
  func mayHave(bytes: Int, name: String) -> Bool {
    sizes.contains(bytes) || near(name) != nil
  }

  /// The files that have a content; more than one where datasets share it.
  func owners(of variant: FileVariant) -> [Owner] {
    owners.filter { $0.file.accepts(variant) }
  }

  /// The file of this name, in capitals or not.
  func near(_ name: String) -> Owner? {
    owners.first { $0.file.name.lowercased() == name.lowercased() }
  }

  /// The names of all files.
  var names: [String] { owners.map(\.file.name) }
}
