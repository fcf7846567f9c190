/// How the version of a kind of record stands in its file.
struct RecordVersion<Record>: Sendable {
  /// The key in front of all others.
  let key: String
  /// The versions that this program reads; it makes records of the last.
  let numbers: ClosedRange<Int>
  /// The version of a record.
  let number: @Sendable (Record) -> Int

  /// What is read, in words.
  var words: String {
    numbers.count == 1
      ? "version \(numbers.upperBound)"
      : "versions \(numbers.map(String.init).joined(separator: " and "))"
  }
}
