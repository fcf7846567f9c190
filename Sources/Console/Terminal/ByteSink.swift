/// A place that bytes go to.
package protocol ByteSink: Sendable {
  /// Writes all the bytes, or throws.
  func write(_ bytes: [UInt8]) throws(WriteFailure)
}
