import Machine
import Support

/// What processes that were killed have left in a folder of runs, besides partial runs.
struct Leftovers {
  /// How long a file that no process holds is watched before it counts as abandoned: between the
  /// making of a file and its being held there is a moment.
  private static let patience = Duration.milliseconds(100)

  /// Files that were being written.
  private(set) var temporaries: [String] = []
  /// Folders of the store that hold nothing.
  private(set) var emptyFolders: [String] = []

  /// Looks for them; what cannot be looked at is passed over.
  init(in store: RunStore) {
    let folders = [
      store.root, ComponentCache.folder(in: store.root), PinnedRuns.memory(of: store),
    ]
    let found = folders.flatMap { folder in
      names(in: folder).filter(Self.isTemporary).map { "\(folder)/\($0)" }
        .filter { Self.isAbandoned($0) }
    }
    if !found.isEmpty { Host.sleep(for: Self.patience) }
    temporaries = found.filter { Self.isAbandoned($0) }
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

  /// Whether nobody holds a file; where the file system knows no locks, whether it has rested long.
  private static func isAbandoned(_ path: String) -> Bool {
    guard Files.kind(of: path) == .file else { return false }
    return switch Files.hold(of: path) {
    case .held: false
    case .free: true
    case .unknown: Files.hasRested(path)
    }
  }

  private func names(in folder: String) -> [String] {
    guard Files.isOwnFolder(folder), let names = try? Files.names(in: folder) else { return [] }
    return names
  }
}
