import Support

/// What processes that were killed have left in a folder of runs, besides partial runs.
struct Leftovers {
  /// Files that were being written.
  private(set) var temporaries: [String] = []
  /// Folders of the store that hold nothing.
  private(set) var emptyFolders: [String] = []

  /// Looks for them; what cannot be looked at is passed over.
  ///
  /// - Parameters:
  ///   - store: The folder of runs.
  ///   - pins: The pins, beside whose specs locks are written.
  init(in store: RunStore, _ pins: PinnedRuns) {
    let folders = [
      store.root, ComponentCache.folder(in: store.root), PinnedRuns.memory(of: store),
    ]
    temporaries = Files.abandoned(
      among: folders.flatMap { folder in
        names(in: folder).filter(Self.isTemporary).map { "\(folder)/\($0)" }
      } + pins.temporaries)
    // An empty memory of pins stays: one who pins has made it and is about to write into it.
    emptyFolders = [ComponentCache.folder(in: store.root), PartialRun.folder(of: store.root)]
      .filter { Files.isOwnFolder($0) && (try? Files.names(in: $0).isEmpty) == true }
  }

  /// Whether a name is one that files have while they are written: `.NAME.TOKEN.part`, or
  /// `<key>.<number of the process>` as earlier programs had it.
  static func isTemporary(_ name: String) -> Bool {
    if TemporaryName.isTemporary(name) { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && Fingerprint(String(parts[0])) != nil && !parts[1].isEmpty
      && parts[1].utf8.allSatisfy(\.isDigit)
  }

  private func names(in folder: String) -> [String] {
    guard Files.isOwnFolder(folder), let entries = try? FolderEntries(of: folder) else { return [] }
    return entries.names
  }
}
