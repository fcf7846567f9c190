/// Reads strict JSON and remembers the place of every value.
///
/// No trailing comma, no comment, no byte order mark, no number outside the range of a double. A
/// duplicate key is reported and the reading goes on; after any other mistake of syntax there is
/// nothing sure to read, so it is the last.
///
/// - SeeAlso: RFC 8259.
package struct JSONParser {
  private let source: SourceText
  private let report: InputReport
  private var offset = 0
  private var depth = 0

  /// How deep lists and objects may be nested.
  private static let deepest = 200

  private init(_ source: SourceText, _ report: InputReport) {
    self.source = source
    self.report = report
  }

  /// Parses a whole source.
  ///
  /// - Returns: The value, or `nil` when a mistake of syntax is in the report.
  package static func parse(_ source: SourceText, _ report: InputReport) -> JSONNode? {
    var parser = JSONParser(source, report)
    do {
      return try parser.document()
    } catch {
      report.error(error.message, at: Place(source, error.span), help: error.help)
      return nil
    }
  }

  private struct Mistake: Error {
    let message: String
    let span: Range<Int>
    let help: String?
  }

  private mutating func document() throws(Mistake) -> JSONNode {
    if source.bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      throw Mistake(
        message: "the file starts with a byte order mark", span: 0..<3,
        help: "save it as UTF-8 without a byte order mark")
    }
    if let invalid = firstInvalidUTF8(in: source.bytes) {
      throw Mistake(
        message: "the file is not UTF-8 text", span: invalid..<invalid + 1,
        help: "a spec is a JSON file in UTF-8")
    }
    skipSpace()
    if offset == source.bytes.count {
      throw Mistake(
        message: "the file is empty", span: 0..<0,
        help: "'upsilon init' writes a spec to start from")
    }
    let node = try value()
    skipSpace()
    guard offset == source.bytes.count else {
      throw mistake("unexpected text after the end of the JSON value")
    }
    return node
  }

  private mutating func value() throws(Mistake) -> JSONNode {
    switch peek {
    case UInt8(ascii: "{"): return try nested { parser throws(Mistake) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(Mistake) in try parser.array() }
    case UInt8(ascii: "\""):
      let start = offset
      let text = try string()
      return node(.string(text), from: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: return try word()
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(Mistake) -> JSONNode
  ) throws(Mistake) -> JSONNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw mistake("nested more than \(Self.deepest) deep") }
    return try read(&self)
  }

  private mutating func object() throws(Mistake) -> JSONNode {
    let start = offset
    offset += 1
    var members: [JSONNode.Member] = []
    skipSpace()
    if take("}") { return node(.object([]), from: start) }
    while true {
      skipSpace()
      let keyStart = offset
      guard peek == UInt8(ascii: "\"") else {
        throw mistake(
          members.isEmpty ? "expected a key in double quotes" : "expected a key after the comma",
          help: peek == UInt8(ascii: "}") ? "remove the comma before '}'" : nil)
      }
      let key = try string()
      let place = Place(source, keyStart..<offset)
      if members.contains(where: { $0.key == key }) {
        report.error("key '\(key)' stands twice in this object", at: place, help: "remove one")
      }
      skipSpace()
      guard take(":") else { throw mistake("expected ':' after the key '\(key)'") }
      skipSpace()
      members.append(.init(key: key, keyPlace: place, node: try value()))
      skipSpace()
      if take(",") { continue }
      if take("}") { return node(.object(members), from: start) }
      throw mistake("expected ',' or '}'", help: unclosed(from: start, "{"))
    }
  }

  private mutating func array() throws(Mistake) -> JSONNode {
    let start = offset
    offset += 1
    var nodes: [JSONNode] = []
    skipSpace()
    if take("]") { return node(.array([]), from: start) }
    while true {
      skipSpace()
      if peek == UInt8(ascii: "]") {
        throw mistake("expected a value after the comma", help: "remove the comma before ']'")
      }
      nodes.append(try value())
      skipSpace()
      if take(",") { continue }
      if take("]") { return node(.array(nodes), from: start) }
      throw mistake("expected ',' or ']'", help: unclosed(from: start, "["))
    }
  }

  private mutating func number() throws(Mistake) -> JSONNode {
    let start = offset
    _ = take("-")
    let integerStart = offset
    skipDigits()
    let integer = source.bytes[integerStart..<offset]
    var isValid = !integer.isEmpty && (integer.count == 1 || integer.first != UInt8(ascii: "0"))
    if take(".") {
      let fraction = offset
      skipDigits()
      isValid = isValid && offset > fraction
    }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      let exponent = offset
      skipDigits()
      isValid = isValid && offset > exponent
    }
    while let byte = peek, byte.isWordByte || byte == UInt8(ascii: ".") {
      isValid = false
      offset += 1
    }
    let text = String(decoding: source.bytes[start..<offset], as: UTF8.self)
    guard isValid, let number = Double(text) else {
      throw Mistake(
        message: "'\(text)' is not a JSON number", span: start..<offset,
        help: "write it like 12, 0.5 or 1.2e-10")
    }
    guard number.isFinite else {
      throw Mistake(
        message: "'\(text)' is too large for a double", span: start..<offset, help: nil)
    }
    return node(.number(number, spelling: text), from: start)
  }

  private mutating func word() throws(Mistake) -> JSONNode {
    let start = offset
    while let byte = peek, byte.isWordByte { offset += 1 }
    switch String(decoding: source.bytes[start..<offset], as: UTF8.self) {
    case "true": return node(.bool(true), from: start)
    case "false": return node(.bool(false), from: start)
    case "null": return node(.null, from: start)
    case "": throw mistake(offset < source.bytes.count ? "expected a value" : "the file ends here")
    case let text:
      throw Mistake(
        message: "'\(text)' is not a JSON value", span: start..<offset,
        help: ["true", "false", "null"].nearest(to: text).map { "did you mean \($0)?" }
          ?? "text stands in double quotes")
    }
  }

  private mutating func string() throws(Mistake) -> String {
    let start = offset
    offset += 1
    var bytes: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"): bytes += try escape()
      case 0..<0x20: throw unterminated(start)
      default:
        bytes.append(byte)
        offset += 1
      }
    }
    throw unterminated(start)
  }

  private func unterminated(_ start: Int) -> Mistake {
    Mistake(
      message: "the text that starts here has no closing quote on its line", span: start..<offset,
      help: "a line break inside text is written \\n")
  }

  private mutating func escape() throws(Mistake) -> [UInt8] {
    let start = offset
    offset += 1
    let letter = peek
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return letter.map { [$0] } ?? []
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0c]
    case UInt8(ascii: "n"): return [0x0a]
    case UInt8(ascii: "r"): return [0x0d]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var unit = try hexadecimal(start)
      if (0xd800..<0xdc00).contains(unit), take("\\"), take("u") {
        let low = try hexadecimal(start)
        guard (0xdc00..<0xe000).contains(low) else { break }
        unit = 0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00)
      }
      guard let scalar = Unicode.Scalar(unit) else { break }
      return Array(String(scalar).utf8)
    default: break
    }
    throw Mistake(
      message: "not an escape sequence", span: start..<min(offset, source.bytes.count),
      help: #"a backslash is written \\"#)
  }

  private mutating func hexadecimal(_ start: Int) throws(Mistake) -> UInt32 {
    let digits = source.bytes[offset..<min(offset + 4, source.bytes.count)]
    offset += digits.count
    guard digits.count == 4, digits.allSatisfy(\.isHexadecimalDigit),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else {
      throw Mistake(
        message: "\\u needs four hexadecimal digits", span: start..<offset, help: nil)
    }
    return unit
  }

  private var peek: UInt8? {
    offset < source.bytes.count ? source.bytes[offset] : nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func skipDigits() {
    while let byte = peek, byte.isDigit { offset += 1 }
  }

  private mutating func skipSpace() {
    while let byte = peek, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { offset += 1 }
  }

  private func node(_ value: JSONNode.Value, from start: Int) -> JSONNode {
    JSONNode(value, at: Place(source, start..<offset))
  }

  private func mistake(_ message: String, help: String? = nil) -> Mistake {
    Mistake(message: message, span: offset..<min(offset + 1, source.bytes.count), help: help)
  }

  private func unclosed(from start: Int, _ bracket: String) -> String? {
    guard offset == source.bytes.count else { return nil }
    let place = source.location(of: start)
    return "the '\(bracket)' at line \(place.line), column \(place.column) is not closed"
  }
}

extension UInt8 {
  package var isDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }

  /// A letter, a digit or an underscore.
  package var isWordByte: Bool {
    isDigit || self == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
  }

  fileprivate var isHexadecimalDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(self)
  }
}
