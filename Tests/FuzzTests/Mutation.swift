import TestKit

/// Changes that damage a text: flipped bits, lost, doubled and moved stretches, strange tokens,
/// huge numbers.
struct Mutation {
  /// Tokens that mean something, or nothing at all, in the format.
  let spice: [[UInt8]]

  init(_ tokens: [String] = []) {
    let common = [
      "\"", "\\", "{", "}", "[", "]", ",", ":", "'", "(", ")", "-", "+", ".", "=", "#", " ", "\n",
      "\r\n",
      "\t", "é", "\u{0}", "\u{7f}", "\u{feff}",
    ]
    let broken: [[UInt8]] = [[0xff], [0xc3], [0xf0, 0x9f], [0xed, 0xa0, 0x80], [0x80]]
    spice = (common + tokens).map { Array($0.utf8) } + broken
  }

  /// What a number may become.
  private static let numbers = [
    "1e999", "-1e999", "1e-999", "99999999999999999999", "-9223372036854775808",
    "9223372036854775807", "0", "-0", "1e308", "4.9e-324", "0.1", "nan", "inf", "1e", ".5", "00012",
    String(repeating: "9", count: 400),
  ].map { Array($0.utf8) }

  /// A text after one to five changes.
  func callAsFunction(_ text: [UInt8], by generator: inout SeededGenerator) -> [UInt8] {
    var bytes = text
    for _ in 0..<Int.random(in: 1...5, using: &generator) where !bytes.isEmpty {
      change(&bytes, &generator)
    }
    return bytes
  }

  private func change(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    let start = Int.random(in: 0..<bytes.count, using: &generator)
    let length = Int.random(in: 0..<20, using: &generator) == 0 ? bytes.count : 12
    let end = min(bytes.count, start + Int.random(in: 0...length, using: &generator))
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: bytes[start] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes[start] = UInt8.random(in: 0...255, using: &generator)
    case 2: bytes.removeSubrange(start..<end)
    case 3: bytes.insert(contentsOf: spice.drawn(by: &generator), at: start)
    case 4: bytes.replaceSubrange(start..<end, with: spice.drawn(by: &generator))
    case 5: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 6: bytes.insert(contentsOf: bytes[start..<end], at: bytes.indices.drawn(by: &generator))
    case 7: repeatLine(&bytes, at: start)
    case 8: replaceNumber(&bytes, from: start, &generator)
    default: if end < start + 3 { bytes.removeSubrange(start...) }
    }
  }

  /// Doubles the line of a byte.
  private func repeatLine(_ bytes: inout [UInt8], at offset: Int) {
    let newline = UInt8(ascii: "\n")
    let first = bytes[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let last = bytes[offset...].firstIndex(of: newline).map { $0 + 1 } ?? bytes.count
    bytes.insert(contentsOf: bytes[first..<last], at: first)
  }

  /// Puts another number in the place of the next one.
  private func replaceNumber(
    _ bytes: inout [UInt8], from offset: Int, _ generator: inout SeededGenerator
  ) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let first = bytes[offset...].firstIndex(where: digits.contains) else { return }
    let last = bytes[first...].firstIndex { !digits.contains($0) } ?? bytes.count
    bytes.replaceSubrange(first..<last, with: Self.numbers.drawn(by: &generator))
  }
}
