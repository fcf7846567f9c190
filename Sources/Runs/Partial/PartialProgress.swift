import Support

/// How far a partial run is, as its logs tell.
package struct PartialProgress: Sendable {
  /// How many units are kept.
  package let kept: Int
  /// How many units the run has; `nil` if no log of this version tells.
  package let total: Int?
  /// Whether there are logs at all.
  fileprivate let hasLogs: Bool

  /// The same in words.
  package var words: String {
    guard let total else { return hasLogs ? "of no use to this version" : "no units" }
    return "\(kept.grouped) of \(total.grouped) units"
  }
}

extension PartialRun {
  /// Every folder under `.partial`, in the order of names.
  package static func all(in store: RunStore) throws(FileError) -> [PartialRun] {
    let folder = folder(of: store.root)
    do throws(FileError) {
      guard Files.isFolder(folder) else { return [] }
      return try Files.names(in: folder).map { PartialRun(root: store.root, name: $0) }
    } catch {
      // The last one to leave may just have removed it.
      if Files.isMissing(folder) { return [] }
      throw error
    }
  }

  /// How far the run is.
  package func progress() throws(FileError) -> PartialProgress {
    let logs = try tokens(Ending.log)
    var (layout, pieces) = (RecordLayout?.none, [UnitPiece]())
    for token in logs {
      guard let found = try? units(in: log(token)), layout.map({ $0 == found.layout }) ?? true
      else { continue }
      pieces += found.pieces
      layout = found.layout
    }
    return PartialProgress(
      kept: UnitPiece.unitCount(of: pieces), total: layout?.unitCount, hasLogs: !logs.isEmpty)
  }

  /// What a log holds, read a window at a time; `nil` if it is none of this version.
  private func units(
    in log: String
  ) throws(FileError) -> (layout: RecordLayout, pieces: [UnitPiece])? {
    var (start, window, pieces) = (0, 1 << 22, [UnitPiece]())
    var layout: RecordLayout?
    while true {
      let bytes = try Files.part(of: log, from: start, count: window)
      let words = RecordWords(bytes)
      var first = 0
      if layout == nil {
        guard case .known(let head) = RecordLogHead.read(words) else { return nil }
        (layout, first) = (head.layout, RecordLogHead.length(head.layout))
      }
      guard let layout else { return nil }
      let read = RecordBlock.all(in: words, from: first, layout)
      pieces += read.blocks.map(\.piece)
      if bytes.count < window { return (layout, pieces) }
      // A block that is larger than a window needs a larger one.
      if read.end == 0 { window *= 2 }
      start += 8 * read.end
    }
  }

  /// Whether the folder has the name of a partial run and holds nothing, or claims alone.
  func isEmpty() throws(FileError) -> Bool {
    guard RunName("x-\(name)")?.hash == name, Files.isOwnFolder(path),
      let names = try? Files.names(in: path)
    else { return false }
    return names.allSatisfy { $0.hasSuffix(Ending.claims) }
  }
}
