package import Machine
import Records
import Support

/// What can be removed from a folder of runs.
///
/// Any number of processes may clean at the same time, while others compute: what a living process
/// holds stays, and what is removed besides can be computed again.
package struct Cleaning: Sendable {
  /// Ends the name of a run that is being removed.
  private static let discarded = ".discarded"

  private let store: RunStore
  private let superseded: SupersededRuns
  /// The pairs behind what is superseded, by path.
  private var pairs: [String: SupersededRuns.Pair] = [:]
  /// What can be removed, in the order of its paths.
  package private(set) var removables: [Removable] = []
  /// The partial runs that living processes work on, and that therefore stay.
  package private(set) var inUse: [String] = []
  /// The partial runs that may be worked on: their file system has no locks.
  package private(set) var maybeInUse: [String] = []

  /// Looks for what can be removed; nothing is.
  ///
  /// - Parameters:
  ///   - store: The folder of runs.
  ///   - pins: Runs that stay, however old.
  ///   - now: What the clock of this machine says.
  /// - Throws: ``FileError`` if the folder or a manifest cannot be read.
  package init(
    _ store: RunStore, sparing pins: PinnedRuns, at now: Moment = .now
  ) throws(FileError) {
    self.store = store
    superseded = SupersededRuns(at: now)
    for partial in try PartialRun.all(in: store) { try look(at: partial) }
    let leftovers = Leftovers(in: store, pins)
    removables += leftovers.temporaries.map { Removable(.temporary, $0) }
    removables += leftovers.emptyFolders.map { Removable(.empty, $0) }
    let entries = try store.entries()
    // Of a run that cannot be read it is not known what it stands for.
    if let failure = entries.compactMap(\.failure).first { throw failure }
    for pair in superseded.pairs(among: entries)
    where !pins.contains(pair.old.facts.identity) {
      let path = pair.old.entry.path
      pairs[path] = pair
      removables.append(
        Removable(.superseded, path, "by \(pair.new.entry.name): \(pair.reason)"))
    }
    removables.sort { $0.path < $1.path }
  }

  /// Removes something that was found, unless it is not what it was when it was found.
  ///
  /// A run first loses its name, so that half of it never stands under one. What another process
  /// has removed meanwhile is gone as it should be.
  ///
  /// - Returns: Whether it is gone.
  /// - Throws: ``FileError`` if it cannot be removed.
  @discardableResult
  package func remove(_ removable: Removable) throws(FileError) -> Bool {
    let partials = PartialRun.folder(of: store.root)
    defer {
      Files.removeIfEmpty(partials)
      if removable.kind == .temporary { Files.removeIfEmpty(ComponentCache.folder(in: store.root)) }
    }
    switch removable.kind {
    case .partial:
      let partial = PartialRun(root: store.root, name: removable.name)
      try partial.clear()
      return Files.kind(of: partial.path) == nil
    case .unpublished, .discarded, .temporary: try Removal.remove(removable.path)
    case .empty:
      let partial = PartialRun(root: store.root, name: removable.name)
      if removable.path == partial.path { try partial.clear() }
      Files.removeIfEmpty(removable.path)
    case .superseded:
      if Files.kind(of: removable.path) == nil { return true }
      guard let pair = pairs[removable.path], try superseded.isStill(pair) else {
        return Files.kind(of: removable.path) == nil
      }
      try Removal.discard(removable.path, into: partials, Self.discarded)
    }
    return Files.kind(of: removable.path) == nil
  }

  /// Looks at what is under `.partial`; a stranger's folder there is left alone.
  private mutating func look(at partial: PartialRun) throws(FileError) {
    if partial.name.hasSuffix(Self.discarded) {
      removables.append(Removable(.discarded, partial.path))
      return
    }
    let tokens = try partial.tokens(PartialRun.Ending.publication)
    let hold = try partial.hold()
    if hold != .free {
      if hold == .held { inUse.append(partial.name) } else { maybeInUse.append(partial.name) }
      let abandoned = tokens.filter { Files.hold(of: partial.log($0)) == .free }
      removables += abandoned.map { Removable(.unpublished, partial.publication($0)) }
      return
    }
    let logs = try partial.tokens(PartialRun.Ending.log)
    if !tokens.isEmpty || !logs.isEmpty {
      let progress = try partial.progress()
      removables.append(Removable(.partial, partial.path, progress.words))
    } else if try partial.isEmpty() {
      removables.append(Removable(.empty, partial.path, "no records"))
    }
  }
}
