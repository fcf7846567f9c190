import Records
package import Support

/// The identities of runs that someone has pinned: what `list` marks and `clean` spares.
///
/// An identity is pinned if a lock file beside a spec names it, or if the folder of runs remembers
/// that one once did.
package struct PinnedRuns: Sendable {
  private var identities: Set<String> = []
  /// Files beside specs that were being written.
  private(set) var temporaries: [String] = []

  /// Gathers what is pinned.
  ///
  /// - Parameters:
  ///   - store: The folder of runs.
  ///   - specs: The folder whose lock files count, with those in its folders.
  /// - Throws: ``FileError`` if a folder or a lock file cannot be read.
  package init(store: RunStore, specs: String) throws(FileError) {
    let memory = Self.memory(of: store)
    if Files.isFolder(memory) { identities.formUnion(try FolderEntries(of: memory).names) }
    if Files.isFolder(specs) { try look(in: specs) }
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

  /// Takes the identities that the locks in a folder and in those below it name; a link to a folder
  /// is not followed, since it may lead back.
  private mutating func look(in folder: String) throws(FileError) {
    for name in try FolderEntries(of: folder).names {
      let path = "\(folder)/\(name)"
      if TemporaryName.isTemporary(name) { temporaries.append(path) }
      guard !name.hasPrefix(".") else { continue }
      if Files.isOwnFolder(path) {
        try look(in: path)
      } else if name.hasSuffix(PinFile.suffix), !Files.isFolder(path), !Files.isMissing(path) {
        let source = SourceText(name: path, bytes: try Files.read(path))
        if let identity = Pin.identity(namedIn: source) { identities.insert("\(identity)") }
      }
    }
  }
}
