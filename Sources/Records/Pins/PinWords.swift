import Support

/// Reads the words of a line of a pin one after the other.
///
/// The first that is not what stands there ends the reading of the line.
struct PinWords {
  /// The line is damaged; the report says how.
  struct Damage: Error {}

  private let line: PinLine
  private let report: InputReport
  private var position = 0

  init(_ line: PinLine, _ report: InputReport) {
    self.line = line
    self.report = report
  }

  /// Whether the line goes on.
  var hasMore: Bool { line.word(from: position) != nil }

  /// The next word, whatever it is.
  mutating func word(_ meaning: String) throws(Damage) -> String {
    try next(meaning) { $0 }
  }

  /// The next word, which is to be this one.
  mutating func literal(_ word: String) throws(Damage) {
    _ = try next("'\(word)'") { $0 == word ? $0 : nil }
  }

  /// Takes the next word if it is this one.
  mutating func take(_ word: String) -> Bool {
    guard let found = line.word(from: position), found.text == word else { return false }
    position = found.span.upperBound
    return true
  }

  /// A whole number from 0 that a double holds exactly.
  mutating func count(_ meaning: String) throws(Damage) -> Int {
    try next("a whole number of \(meaning)") { text in
      guard let count = Int(text), count >= 0, count <= 1 << 53 else { return nil }
      return text.utf8.allSatisfy(\.isDigit) ? count : nil
    }
  }

  /// A number; `nil` for none.
  mutating func number(_ meaning: String) throws(Damage) -> Double? {
    try next("the \(meaning), a number or '\(PinFormat.none)'") { text -> Double?? in
      if text == PinFormat.none { return .some(nil) }
      return JSONParser.value(of: Array(text.utf8))?.number.map { .some($0) }
    }
  }

  /// A unit; empty for a plain number.
  mutating func unit() throws(Damage) -> String {
    let isNone = line.word(from: position).map { $0.text == PinFormat.none && $0.span.count == 1 }
    let unit = try word("a unit or '\(PinFormat.none)'")
    return isNone == true ? "" : unit
  }

  /// The first digits of a hash.
  mutating func digest(_ digits: Int) throws(Damage) -> String {
    try next("\(digits) digits of a hash, of 0 to 9 and a to f") { text in
      let isHash = text.utf8.allSatisfy {
        $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
      return isHash && text.utf8.count == digits ? text : nil
    }
  }

  /// The value that the rest of the line is.
  mutating func json() throws(Damage) -> JSONValue {
    let rest = line.rest(from: position)
    let found = InputReport()
    let node = JSONParser.parse(SourceText(name: "", bytes: rest.bytes), found)
    guard let node, !found.hasErrors else {
      let told = ["the value is no JSON", found.diagnostics.first?.message]
      report.error(
        told.compactMap(\.self).joined(separator: ": "), at: line.place(of: rest.span))
      throw Damage()
    }
    position = rest.span.upperBound
    return node.plain
  }

  /// Ends the line.
  func finish() throws(Damage) {
    guard let word = line.word(from: position) else { return }
    report.error(
      "the line goes on behind its end", at: line.place(of: word.span))
    throw Damage()
  }

  /// The next word, converted.
  ///
  /// - Parameters:
  ///   - meaning: What is expected, for the report.
  ///   - convert: Returns `nil` for a word that is something else.
  /// - Throws: ``Damage``, once the report has what is wrong.
  /// - Returns: What the word means.
  mutating func next<Value>(
    _ meaning: String, _ convert: (String) -> Value?
  ) throws(Damage) -> Value {
    guard let word = line.word(from: position) else {
      report.error("the line ends where \(meaning) is expected", at: line.end)
      throw Damage()
    }
    guard let text = word.text else {
      report.error("this is no text in quotes", at: line.place(of: word.span))
      throw Damage()
    }
    guard let value = convert(text) else {
      report.error("expected \(meaning), not '\(text)'", at: line.place(of: word.span))
      throw Damage()
    }
    position = word.span.upperBound
    return value
  }
}
