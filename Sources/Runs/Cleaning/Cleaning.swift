import Records
import Support

/// What can be removed from a folder of runs.
package struct Cleaning: Sendable {
  /// Ends the name of a run that is being removed.
  private static let discarded = ".discarded"

  private let store: RunStore
  /// What can be removed, in the order of its names.
  package private(set) var removables: [Removable] = []
  /// The partial runs that living processes work on, and that therefore stay.
  package private(set) var inUse: [String] = []

  /// Looks for what can be removed; nothing is.
  ///
  /// - Parameters:
  ///   - store: The folder of runs.
  ///   - pins: Runs that stay, however old.
  /// - Throws: ``FileError`` if the folder or a manifest cannot be read.
  package init(_ store: RunStore, sparing pins: PinnedRuns) throws(FileError) {
    self.store = store
    let folder = PartialRun.folder(of: store.root)
    for name in Files.isFolder(folder) ? try Files.names(in: folder) : [] {
      try look(at: name, in: folder)
    }
    try lookForSuperseded(pins)
  }

  /// Removes something that was found.
  ///
  /// A run first loses its name, so that half of it never stands under one.
  ///
  /// - Throws: ``FileError`` if it cannot be removed.
  package func remove(_ removable: Removable) throws(FileError) {
    switch removable.kind {
    case .partial: try PartialRun(root: store.root, name: removable.name).clear()
    case .unpublished, .discarded: try Files.remove(removable.path)
    case .superseded:
      let folder = PartialRun.folder(of: store.root)
      try Files.makeFolder(folder)
      let token = UInt64.random(in: .min ... .max)
      let target = "\(folder)/\(removable.name)-\(String(token, radix: 16))\(Self.discarded)"
      guard try Files.rename(removable.path, to: target) else {
        throw FileError("rename", removable.path, "'\(target)' is in the way")
      }
      try Files.remove(target)
    }
    Files.removeIfEmpty(PartialRun.folder(of: store.root))
  }

  /// Looks at what is under `.partial`; a stranger's folder there is left alone.
  private mutating func look(at name: String, in folder: String) throws(FileError) {
    let path = "\(folder)/\(name)"
    if name.hasSuffix(Self.discarded) { removables.append(Removable(.discarded, path)) }
    let partial = PartialRun(root: store.root, name: name)
    let tokens = try partial.tokens(PartialRun.Ending.publication)
    if try partial.isInUse() {
      inUse.append(name)
      let abandoned = tokens.filter { !Files.isHeld(partial.log($0)) }
      removables += abandoned.map { Removable(.unpublished, partial.publication($0)) }
      return
    }
    let logs = try partial.tokens(PartialRun.Ending.log)
    if tokens.isEmpty, logs.isEmpty { return }
    removables.append(Removable(.partial, path, try partial.progress()))
  }

  private mutating func lookForSuperseded(_ pins: PinnedRuns) throws(FileError) {
    // Of a run without a readable journal it is not known whether it is an old one.
    let dated = try store.runs().filter { $0.journal != nil }
    for (_, runs) in Dictionary(grouping: dated, by: \.experiment) {
      let sorted = runs.sorted { $0.isOlder(than: $1) }
      guard let latest = sorted.last else { continue }
      for run in sorted.dropLast() where !pins.contains(run.manifest.identity) {
        removables.append(Removable(.superseded, run.path, "by \(latest.name)"))
      }
    }
    removables.sort { $0.path < $1.path }
  }
}

extension PartialRun {
  /// How far the run is, as its logs tell.
  fileprivate func progress() throws(FileError) -> String {
    let logs = try tokens(Ending.log)
    var (layout, pieces) = (RecordLayout?.none, [UnitPiece]())
    for token in logs {
      guard let bytes = try? Files.read(log(token)) else { continue }
      let words = RecordWords(bytes)
      guard case .known(let head) = RecordLogHead.read(words),
        layout.map({ $0 == head.layout }) ?? true
      else { continue }
      let start = RecordLogHead.length(head.layout)
      pieces += RecordBlock.all(in: words, from: start, head.layout).blocks.map(\.piece)
      layout = head.layout
    }
    guard let layout else { return logs.isEmpty ? "no units" : "of no use to this version" }
    let count = UnitPiece.unitCount(of: pieces)
    return "\(count.grouped) of \(layout.unitCount.grouped) units"
  }
}
