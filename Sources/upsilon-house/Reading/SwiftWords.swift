/// Splits Swift code into words: without comments, without the text of string literals.
///
/// Code inside an interpolation is code. A run of dots is one word, so that `0...Other.count`
/// names `Other`, while `a.Other` names a member. Literals of regular expressions are not known.
package struct SwiftWords {
  /// A name, a number or a mark, with its line counted from 1.
  package struct Word: Equatable, Sendable {
    package let text: String
    package let line: Int
  }

  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var words: [Word] = []

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  package static func words(of text: String) -> [Word] {
    var reader = Self(text)
    reader.readCode(isInterpolation: false)
    return reader.words
  }

  private func byte(_ ahead: Int = 0) -> UInt8? {
    offset + ahead < bytes.count ? bytes[offset + ahead] : nil
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[offset...].starts(with: $0) }
  }

  private mutating func step(_ count: Int = 1) {
    for _ in 0..<count where offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\n") { line += 1 }
      offset += 1
    }
  }

  /// Reads up to the end of the text or, in an interpolation, past the bracket that closes it.
  private mutating func readCode(isInterpolation: Bool) {
    var depth = 0
    while let next = byte() {
      if starts(with: "//") {
        while let next = byte(), next != UInt8(ascii: "\n") { step() }
      } else if starts(with: "/*") {
        skipBlockComment()
      } else if let hashes = hashesBeforeQuote() {
        readLiteral(hashes: hashes)
      } else if Self.isOfName(next) {
        readName()
      } else {
        if next == UInt8(ascii: "(") { depth += 1 }
        if next == UInt8(ascii: ")") { depth -= 1 }
        if isInterpolation, depth < 0 { return step() }
        readMark()
      }
    }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        step(2)
      } else if starts(with: "*/") {
        depth -= 1
        step(2)
      } else {
        step()
      }
    } while depth > 0 && offset < bytes.count
  }

  /// How many `#` stand before the quotation mark that starts here, if one does.
  private func hashesBeforeQuote() -> Int? {
    let hashes = bytes[offset...].prefix { $0 == UInt8(ascii: "#") }.count
    return byte(hashes) == UInt8(ascii: "\"") ? hashes : nil
  }

  /// Skips a literal, but reads the code of its interpolations.
  private mutating func readLiteral(hashes: Int) {
    step(hashes)
    let quotes = starts(with: "\"\"\"") ? 3 : 1
    step(quotes)
    let close = Array(repeating: UInt8(ascii: "\""), count: quotes) + raw(hashes)
    let escape = [UInt8(ascii: "\\")] + raw(hashes)
    while offset < bytes.count {
      if bytes[offset...].starts(with: close) { return step(close.count) }
      guard bytes[offset...].starts(with: escape) else {
        step()
        continue
      }
      step(escape.count)
      let opensCode = byte() == UInt8(ascii: "(")
      step()
      if opensCode { readCode(isInterpolation: true) }
    }
  }

  private func raw(_ hashes: Int) -> [UInt8] {
    Array(repeating: UInt8(ascii: "#"), count: hashes)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private mutating func readName() {
    let start = offset
    while let next = byte(), Self.isOfName(next) { offset += 1 }
    append(start)
  }

  private mutating func readMark() {
    let start = offset
    if starts(with: "..") {
      while byte() == UInt8(ascii: ".") || byte() == UInt8(ascii: "<") { offset += 1 }
      append(start)
    } else if starts(with: "->") {
      offset += 2
      append(start)
    } else {
      let isSpace = bytes[start] <= UInt8(ascii: " ")
      step()
      if !isSpace, bytes[start] != UInt8(ascii: "`") { append(start) }
    }
  }

  private mutating func append(_ start: Int) {
    words.append(Word(text: String(decoding: bytes[start..<offset], as: UTF8.self), line: line))
  }
}
