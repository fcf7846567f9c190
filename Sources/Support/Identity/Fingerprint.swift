/// The SHA-256 of some content, by which it is known.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package let description: String

  package init(of bytes: some Sequence<UInt8>) {
    var hash = SHA256()
    hash.update(bytes)
    self.init(hash: hash.finish())
  }

  /// The fingerprint of a value is that of its canonical spelling.
  package init(of value: JSONValue) {
    self.init(of: value.canonicalBytes)
  }

  /// Takes a hash that is already computed, 32 bytes.
  package init(hash: [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    description = String(
      decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Reads a fingerprint as it is written.
  package init?(_ text: String) {
    guard text.utf8.count == 64,
      text.utf8.allSatisfy({ $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) })
    else { return nil }
    description = text
  }

  /// The first twelve digits, which name a run.
  package var short: String {
    String(description.prefix(12))
  }
}
