/// Takes comma separated records from bytes, field by field.
struct FieldScanner {
  /// A field as it stands in the bytes, or as text where it has quotes.
  enum Field {
    case plain(Range<Int>)
    case quoted(String)
  }

  let bytes: [UInt8]
  /// Where the scanner stands.
  private(set) var offset = 0
  private var isInRecord = false
  /// The line of the record taken last, from 1.
  private(set) var line = 0
  /// How many line ends stand inside the fields of that record.
  private var innerLines = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Begins with bytes that follow those of another scanner.
  init(_ bytes: [UInt8], after other: FieldScanner) {
    self.bytes = bytes
    (line, innerLines) = (other.line, other.innerLines)
  }

  /// Whether nothing is left, so that what was taken last may go on in bytes that follow.
  var isAtEnd: Bool { offset >= bytes.count }

  /// What is not taken yet.
  var rest: ArraySlice<UInt8> { bytes[min(offset, bytes.count)...] }

  /// Passes over the lines that start with `#`.
  mutating func skipComments() {
    while offset < bytes.count, bytes[offset] == UInt8(ascii: "#") {
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      offset += 1
      line += 1
    }
  }

  /// Goes to the next record.
  ///
  /// - Returns: Whether there is one.
  mutating func startRecord() -> Bool {
    guard offset < bytes.count else { return false }
    line += 1 + innerLines
    innerLines = 0
    isInRecord = true
    return true
  }

  /// The next field of the record, without its quotes; `nil` at its end.
  mutating func nextField() -> Field? {
    guard isInRecord else { return nil }
    let field = field()
    guard offset < bytes.count else {
      isInRecord = false
      return field
    }
    isInRecord = bytes[offset] != UInt8(ascii: "\n")
    offset += 1
    return field
  }

  /// The fields of the next record; `nil` at the end.
  mutating func record() -> [String]? {
    guard startRecord() else { return nil }
    var fields: [String] = []
    while let field = nextField() { fields.append(text(of: field)) }
    return fields
  }

  func text(of field: Field) -> String {
    switch field {
    case .plain(let range): String(decoding: bytes[range], as: UTF8.self)
    case .quoted(let text): text
    }
  }

  /// The text up to the next comma or line end.
  private mutating func plainField() -> Range<Int> {
    let start = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ","),
      bytes[offset] != UInt8(ascii: "\n")
    {
      offset += 1
    }
    return start..<offset
  }

  /// One field; the scanner then stands on the comma or line end behind it.
  private mutating func field() -> Field {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      return .plain(plainField())
    }
    offset += 1
    if isClosed(at: offset) {
      // Nothing between the quotes: a missing value, of which there are many.
      offset += 1
      return .plain(offset..<offset)
    }
    var text: [UInt8] = []
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\"") {
        offset += 1
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { break }
      }
      if bytes[offset] == UInt8(ascii: "\n") { innerLines += 1 }
      text.append(bytes[offset])
      offset += 1
    }
    // What follows the closing quote belongs to the field, so that nothing is read as a new one.
    return .quoted(String(decoding: text + bytes[plainField()], as: UTF8.self))
  }

  /// Whether a quote stands here that ends its field.
  private func isClosed(at offset: Int) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { return false }
    let next = offset + 1
    return next == bytes.count || bytes[next] == UInt8(ascii: ",")
      || bytes[next] == UInt8(ascii: "\n")
  }
}
