import Support

/// The log of another build of the program: its records are not gone on with.
package struct ForeignRecords: Hashable, Sendable {
  /// The log.
  package let path: String
  /// Which part of the plan it is of.
  package let shard: Shard
  package let build: Build

  /// What they are, as the start of a sentence.
  package var summary: String {
    let records = shard == .whole ? "the records" : "the records of shard \(shard)"
    return "\(records) in '\(path)' are by another build of the program, \(build)"
  }
}
