/// A data file that a run was made from, as its manifest has it.
package struct InputRecord: Equatable, Sendable {
  /// The part that the file plays.
  package let role: String
  /// 64 hexadecimal digits.
  package let sha256: String
  package let bytes: Int

  package init(role: String, sha256: String, bytes: Int) {
    self.role = role
    self.sha256 = sha256
    self.bytes = bytes
  }

  static let codec = RecordCodec<InputRecord>.object(
    InputRecord.init(role:sha256:bytes:),
    RecordField("role", \.role, .text),
    RecordField("sha256", \.sha256, .sha256),
    RecordField("bytes", \.bytes, .count))
}
