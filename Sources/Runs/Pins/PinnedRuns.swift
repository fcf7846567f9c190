import Records
package import Support

/// The identities of runs that someone has pinned: what `list` marks and `clean` spares.
///
/// An identity is pinned if a lock file beside a spec names it, or if the folder of runs remembers
/// that one once did.
package struct PinnedRuns: Sendable {
  private let identities: Set<String>

  /// Gathers what is pinned.
  ///
  /// - Parameters:
  ///   - store: The folder of runs.
  ///   - specs: The folder whose lock files count, with those in its folders.
  /// - Throws: ``FileError`` if a folder or a lock file cannot be read.
  package init(store: RunStore, specs: String) throws(FileError) {
    let memory = Self.memory(of: store)
    let remembered = Files.isFolder(memory) ? try Files.names(in: memory) : []
    identities = Set(remembered).union(
      Files.isFolder(specs) ? try Self.locked(in: specs) : [])
  }

  /// Whether a run is pinned, by the 64 digits of its identity.
  package func contains(_ identity: String) -> Bool {
    identities.contains(identity)
  }

  /// The folder in which a store remembers what was pinned: an empty file for each identity.
  package static func memory(of store: RunStore) -> String {
    "\(store.root)/.pinned"
  }

  /// Makes a store remember that a run was pinned.
  ///
  /// - Parameters:
  ///   - identity: The identity of the run.
  ///   - store: The folder of runs.
  /// - Throws: ``FileError`` if it cannot be written down.
  package static func remember(_ identity: Fingerprint, in store: RunStore) throws(FileError) {
    let folder = memory(of: store)
    try Files.makeFolder(folder)
    try Files.touch("\(folder)/\(identity)")
  }

  /// The identities that the locks in a folder and in those below it name; a link to a folder is
  /// not followed, since it may lead back.
  private static func locked(in folder: String) throws(FileError) -> [String] {
    var found: [String] = []
    for name in try Files.names(in: folder) where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if Files.isOwnFolder(path) {
        found += try locked(in: path)
      } else if name.hasSuffix(PinFile.suffix), !Files.isFolder(path), !Files.isMissing(path) {
        let source = SourceText(name: path, bytes: try Files.read(path))
        if let identity = Pin.identity(namedIn: source) { found.append("\(identity)") }
      }
    }
    return found
  }
}
