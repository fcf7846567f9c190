/// Reads the smallest pieces of JSON: texts, numbers, words and marks.
struct JSONScanner {
  let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { offset == bytes.count }

  var peek: UInt8? {
    offset < bytes.count ? bytes[offset] : nil
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  mutating func skipSpace() {
    while offset < bytes.count, bytes[offset].isSpace { offset += 1 }
  }

  /// The character at the current offset as what is wrong.
  func mistake(_ message: String, help: String? = nil) -> JSONMistake {
    JSONMistake(message, at: offset..<min(offset + 1, bytes.count), help: help.map { Advice($0) })
  }

  /// Whether something stands here that a value or a key begins with.
  var startsValue: Bool {
    guard let byte = peek else { return false }
    return byte.isWordByte || "\"{[-".utf8.contains(byte)
  }

  /// What to do about a character that other languages would have here.
  var advice: String? {
    let rest = bytes[offset...].prefix(3)
    if ["#", "//", "/*"].contains(where: { rest.starts(with: $0.utf8) }) {
      return "JSON has no comments"
    }
    let isQuoted = ["'", "`", "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{AB}"]
      .contains { rest.starts(with: $0.utf8) }
    return isQuoted ? "keys and text stand in double quotes: \"" : nil
  }

  /// A number with its spelling.
  mutating func number() throws(JSONMistake) -> (value: Double, spelling: String) {
    let start = offset
    _ = take("-")
    let startsWithZero = peek == UInt8(ascii: "0")
    let digits = skipDigits()
    var isValid = digits == 1 || (digits > 1 && !startsWithZero)
    if take(".") { isValid = skipDigits() > 0 && isValid }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      isValid = skipDigits() > 0 && isValid
    }
    while let byte = peek, byte.isWordByte || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
    {
      isValid = false
      offset += 1
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard isValid, let number = Double(text) else {
      throw JSONMistake(
        "'\(text)' is not a JSON number", at: start..<offset,
        help: "write it like 12, 0.5 or 1.2e-10")
    }
    guard number.isFinite else {
      throw JSONMistake("'\(text)' is too large for a double", at: start..<offset)
    }
    return (number, text)
  }

  /// A run of letters, digits and underscores, perhaps empty.
  mutating func word() -> String {
    let start = offset
    while let byte = peek, byte.isWordByte { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// A text in double quotes, which the current offset stands on, without its escape sequences.
  mutating func string() throws(JSONMistake) -> String {
    let start = offset
    offset += 1
    skipPlain()
    if peek == UInt8(ascii: "\"") {
      offset += 1
      return String(decoding: bytes[start + 1..<offset - 1], as: UTF8.self)
    }
    var text = Array(bytes[start + 1..<offset])
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape()
      case 0x0a, 0x0d: throw unterminated(start)
      case ..<0x20:
        throw mistake(
          "a control character stands inside the text",
          help: byte == 0x09 ? "a tab is written \\t" : "write it as \\u00 and its two digits")
      default:
        let plain = offset
        skipPlain()
        text += bytes[plain..<offset]
      }
    }
    throw unterminated(start)
  }

  private func unterminated(_ start: Int) -> JSONMistake {
    JSONMistake(
      "the text that starts here has no closing quote on its line", at: start..<offset,
      help: "a line break inside text is written \\n")
  }

  private mutating func escape() throws(JSONMistake) -> [UInt8] {
    let start = offset
    offset += 1
    let letter = peek
    if letter != nil { offset += 1 }
    switch letter {
    case let letter? where "\"\\/".utf8.contains(letter): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0c]
    case UInt8(ascii: "n"): return [0x0a]
    case UInt8(ascii: "r"): return [0x0d]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try unicode(start)
    default:
      throw JSONMistake(
        "not an escape sequence", at: start..<offset, help: #"a backslash is written \\"#)
    }
  }

  /// The rest of `\u1234`, or of two of them that make a pair.
  private mutating func unicode(_ start: Int) throws(JSONMistake) -> [UInt8] {
    var unit = try hexadecimal(start)
    if (0xd800..<0xdc00).contains(unit), bytes[offset...].starts(with: #"\u"#.utf8) {
      offset += 2
      let low = try hexadecimal(start)
      if (0xdc00..<0xe000).contains(low) {
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00)
      }
    }
    guard let scalar = Unicode.Scalar(unit) else {
      throw JSONMistake(
        "half of a surrogate pair", at: start..<offset,
        help: "write the character itself, or both halves")
    }
    return Array(String(scalar).utf8)
  }

  private mutating func hexadecimal(_ start: Int) throws(JSONMistake) -> UInt32 {
    let digits = bytes[offset...].prefix(4).prefix { $0.isHexadecimalDigit }
    offset += digits.count
    guard digits.count == 4, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw JSONMistake("\\u needs four hexadecimal digits", at: start..<offset) }
    return unit
  }

  /// Passes over what stands for itself inside a text.
  private mutating func skipPlain() {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return }
      offset += 1
    }
  }

  /// Passes over digits and counts them.
  private mutating func skipDigits() -> Int {
    let start = offset
    while offset < bytes.count, bytes[offset].isDigit { offset += 1 }
    return offset - start
  }
}
