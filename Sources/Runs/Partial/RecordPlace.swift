/// Where the block of some units stands.
struct RecordPlace: Hashable, Sendable {
  /// The log.
  let log: String
  /// The first byte of the block.
  let offset: Int
  /// The units of the block.
  let units: Range<Int>
}
