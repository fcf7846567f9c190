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
  private var scanner: JSONScanner
  private var depth = 0
  /// How many values there are so far.
  private var count = 0

  /// How deep lists and objects may be nested.
  package static let deepest = 100

  /// How many values there may be, the lists and objects among them.
  static let most = 2_000_000

  private init(_ source: SourceText, _ report: InputReport) {
    self.source = source
    self.report = report
    self.scanner = JSONScanner(source.bytes)
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

  private mutating func document() throws(JSONMistake) -> JSONNode {
    if source.bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      throw JSONMistake(
        "the file starts with a byte order mark", at: 0..<3,
        help: "save it as UTF-8 without a byte order mark")
    }
    if let invalid = firstInvalidUTF8(in: source.bytes) {
      throw JSONMistake(
        "the file is not UTF-8 text", at: invalid..<invalid + 1, help: "JSON is written in UTF-8")
    }
    scanner.skipSpace()
    if scanner.isAtEnd {
      throw JSONMistake("the file is empty", at: 0..<0)
    }
    let node = try value()
    scanner.skipSpace()
    guard scanner.isAtEnd else {
      throw scanner.mistake("unexpected text after the end of the JSON value")
    }
    return node
  }

  private mutating func value() throws(JSONMistake) -> JSONNode {
    let start = scanner.offset
    count += 1
    if count > Self.most {
      throw scanner.mistake("the file has more than \(Self.most.grouped) values")
    }
    switch scanner.peek {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.deepest else {
        throw scanner.mistake("nested more than \(Self.deepest) deep")
      }
      return scanner.take("{") ? try object(from: start) : try array(from: start)
    case UInt8(ascii: "\""):
      let text = try scanner.string()
      return node(.string(text), from: start)
    case let byte? where byte.isDigit || [UInt8]("-+.".utf8).contains(byte):
      let number = try scanner.number()
      return node(.number(number.value, spelling: number.spelling), from: start)
    default: return try word()
    }
  }

  private mutating func object(from start: Int) throws(JSONMistake) -> JSONNode {
    var members: [JSONNode.Member] = []
    var keys: Set<String> = []
    scanner.skipSpace()
    if scanner.take("}") { return node(.object([]), from: start) }
    while true {
      scanner.skipSpace()
      let keyStart = scanner.offset
      guard scanner.peek == UInt8(ascii: "\"") else {
        throw scanner.mistake(
          members.isEmpty ? "expected a key in double quotes" : "expected a key after the comma",
          help: scanner.peek == UInt8(ascii: "}") ? "remove the comma before '}'" : scanner.advice)
      }
      let key = try scanner.string()
      let place = Place(source, keyStart..<scanner.offset)
      if !keys.insert(key).inserted {
        report.error("key '\(key)' stands twice in this object", at: place, help: "remove one")
      }
      scanner.skipSpace()
      guard scanner.take(":") else { throw scanner.mistake("expected ':' after the key '\(key)'") }
      scanner.skipSpace()
      let node = try value()
      members.append(.init(key: key, keyPlace: place, node: node))
      scanner.skipSpace()
      if scanner.take(",") { continue }
      if scanner.take("}") { return self.node(.object(members), from: start) }
      throw unseparated(node, from: start, "{", "}")
    }
  }

  private mutating func array(from start: Int) throws(JSONMistake) -> JSONNode {
    _ = scanner.take("[")
    var nodes: [JSONNode] = []
    scanner.skipSpace()
    if scanner.take("]") { return node(.array([]), from: start) }
    while true {
      scanner.skipSpace()
      if scanner.peek == UInt8(ascii: "]") {
        throw scanner.mistake(
          "expected a value after the comma", help: "remove the comma before ']'")
      }
      let node = try value()
      nodes.append(node)
      scanner.skipSpace()
      if scanner.take(",") { continue }
      if scanner.take("]") { return self.node(.array(nodes), from: start) }
      throw unseparated(node, from: start, "[", "]")
    }
  }

  private mutating func word() throws(JSONMistake) -> JSONNode {
    let start = scanner.offset
    switch scanner.word() {
    case "true": return node(.bool(true), from: start)
    case "false": return node(.bool(false), from: start)
    case "null": return node(.null, from: start)
    case "":
      throw scanner.mistake(
        scanner.isAtEnd ? "the file ends where a value is expected" : "expected a value",
        help: scanner.advice)
    case let text:
      throw JSONMistake(
        "'\(text)' is not a JSON value", at: start..<scanner.offset,
        help: ["true", "false", "null"].nearest(to: text).map { "did you mean \($0)?" }
          ?? "text stands in double quotes")
    }
  }

  private func node(_ value: JSONNode.Value, from start: Int) -> JSONNode {
    JSONNode(value, at: Place(source, start..<scanner.offset))
  }

  /// The mistake where neither a comma nor a closing bracket follows a value.
  private func unseparated(
    _ value: JSONNode, from start: Int, _ open: String, _ close: String
  ) -> JSONMistake {
    let message = "expected ',' or '\(close)'"
    if scanner.isAtEnd {
      let place = source.location(of: start)
      return scanner.mistake(
        message,
        help: "the '\(open)' at line \(place.line), column \(place.column) is not closed")
    }
    if value.string != nil, scanner.offset == value.place.span.upperBound,
      scanner.peek?.isWordByte == true
    {
      return scanner.mistake(
        message,
        help: #"a word of an expression stands in single quotes; a quote in other text is \""#)
    }
    guard scanner.startsValue else { return scanner.mistake(message, help: scanner.advice) }
    let span = value.place.span
    let isPlain = value.array == nil && value.members == nil
    return JSONMistake(
      "a comma is missing after this", at: isPlain ? span : span.upperBound - 1..<span.upperBound)
  }
}
