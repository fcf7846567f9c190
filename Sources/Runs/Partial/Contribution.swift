import Galaxies
import Machine
import Records
import Support

/// What this process adds to a partial run: its log, its claims, and at the end the run itself.
final class Contribution: Sendable {
  /// What sets the files of this process apart from those of others, on any machine.
  let token: String
  let partial: PartialRun
  private let log: RecordLog
  private let claims: UnitClaims

  /// Begins to contribute.
  ///
  /// - Parameters:
  ///   - partial: The folder; it is made if it is not there.
  ///   - shard: The part of the plan to be computed.
  ///   - layout: What the records look like.
  /// - Throws: ``FileError`` if nothing can be written there.
  init(to partial: PartialRun, _ shard: Shard, _ layout: RecordLayout) throws(FileError) {
    token = RandomToken.make()
    self.partial = partial
    log = try Self.log(
      partial.log(token), in: partial.path, RecordLogHead(shard: shard, layout: layout))
    claims = UnitClaims(at: partial.claims(of: layout.build), layout)
  }

  /// Makes the log; another process that leaves may remove the empty folder before the log is in
  /// it.
  private static func log(
    _ path: String, in folder: String, _ head: RecordLogHead
  ) throws(FileError) -> RecordLog {
    for _ in 0..<100 {
      do throws(FileError) {
        try Files.makeFolder(folder)
        return try RecordLog(at: path, head)
      } catch {
        if !Files.isMissing(folder) { throw error }
      }
    }
    try Files.makeFolder(folder)
    return try RecordLog(at: path, head)
  }

  /// Whether this process is to compute a piece, since no other has taken it on.
  func claims(_ piece: UnitPiece) -> Bool {
    claims.take(piece)
  }

  /// Keeps the records of a piece.
  func keep(_ piece: UnitPiece, _ records: UnsafeBufferPointer<Double>) throws(FileError) {
    try log.append(piece, records)
  }

  /// Waits until all records are on the disk.
  func flush() throws(FileError) {
    try log.flush()
    try Files.flushFolder(partial.path)
  }

  /// Ends without a run: the records stay, for whoever goes on, and are brought to the disk.
  ///
  /// After ``finish()`` there is nothing left to do.
  func leave() {
    try? Files.remove(partial.publication(token))
    if log.isEmpty {
      try? Files.remove(log.path)
      try? partial.removeIfEmpty()
    } else if Files.exists(log.path) {
      try? flush()
    }
  }

  /// Ends after the run was published, by this process or another one: nothing of this one is
  /// needed.
  ///
  /// The run is complete, so what cannot be removed does not matter; `clean` finds it.
  func finish() {
    try? Files.remove(log.path)
    try? partial.clear()
  }

  /// Writes the files of the run and flushes them to the disk.
  ///
  /// A stop is noticed between the parts of a file; the rest is then not written.
  ///
  /// - Parameters:
  ///   - files: The record and the tables.
  ///   - originals: The data files that the run keeps beside them.
  ///   - cancellation: A request to stop.
  /// - Returns: The folder, ready to be renamed.
  /// - Throws: ``FileError``, with the folder removed.
  func write(
    _ files: [RunFile], keeping originals: [Dataset.Original], unless cancellation: Cancellation
  ) throws(FileError) -> String {
    let folder = partial.publication(token)
    do throws(FileError) {
      try Files.makeFolder(folder)
      var folders: Set<String> = [folder]
      for file in files {
        let target = "\(folder)/\(file.path)"
        let parent = Files.parent(of: target)
        try Files.makeFolder(parent)
        folders.insert(parent)
        try Files.write(file.parts, to: target) { !cancellation.isRequested }
      }
      if !originals.isEmpty {
        let inputs = "\(folder)/\(KeptInputs.folder)"
        try Files.makeFolder(inputs)
        folders.insert(inputs)
        try keep(originals, in: inputs, unless: cancellation)
      }
      for folder in folders.sorted() { try Files.flushFolder(folder) }
      return folder
    } catch {
      try? Files.remove(folder)
      throw error
    }
  }

  /// Writes data files under their hashes, or links them to those that other runs keep.
  private func keep(
    _ originals: [Dataset.Original], in folder: String, unless cancellation: Cancellation
  ) throws(FileError) {
    let kept = KeptInputs(in: partial.root)
    var written: Set<String> = []
    for original in originals where written.insert(original.sha256).inserted {
      guard let content = original.content else { continue }
      let target = "\(folder)/\(original.sha256)"
      let input = InputRecord(role: "", sha256: original.sha256, bytes: content.count)
      if let known = kept.file(of: input), Files.link(known.path, to: target) { continue }
      try Files.write([content], to: target) { !cancellation.isRequested }
    }
  }
}
