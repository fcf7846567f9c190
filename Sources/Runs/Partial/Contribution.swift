import Machine
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
  ///
  /// - Returns: Where they stand.
  func keep(
    _ piece: UnitPiece, _ records: UnsafeBufferPointer<Double>
  ) throws(FileError) -> RecordPlace {
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

  /// Begins the folder in which the run is written; ``leave()`` removes what does not become one.
  func publication() throws(FileError) -> Publication {
    try Publication(in: partial.publication(token))
  }
}
