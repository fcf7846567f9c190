/// Where the block of some units stands.
package struct RecordPlace: Hashable, Sendable {
  /// The log.
  let log: String
  /// The first byte of the block.
  let offset: Int
  /// The units of the block.
  let units: Range<Int>

  package init(log: String, offset: Int, units: Range<Int>) {
    (self.log, self.offset, self.units) = (log, offset, units)
  }
}
