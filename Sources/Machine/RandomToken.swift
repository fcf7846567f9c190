/// What sets the files of one process apart from those of all others, on any machine.
///
/// The number of a process does not: in containers many have the same one.
package enum RandomToken {
  /// Sixteen hexadecimal digits that nobody else has.
  package static func make() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Whether a text may be such a token.
  package static func isToken(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 16
      && text.utf8.allSatisfy { digit in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(digit)
      }
  }
}
