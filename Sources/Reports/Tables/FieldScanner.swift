/// Takes comma separated records from bytes, one at a time.
struct FieldScanner {
  private let bytes: [UInt8]
  private var offset = 0
  /// The line of the record taken last, from 1.
  private(set) var line = 0
  /// How many line ends stand inside the fields of that record.
  private var innerLines = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Passes over the lines that start with `#`.
  mutating func skipComments() {
    while offset < bytes.count, bytes[offset] == UInt8(ascii: "#") {
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      offset += 1
      line += 1
    }
  }

  /// The fields of the next record, without their quotes; `nil` at the end.
  mutating func record() -> [String]? {
    guard offset < bytes.count else { return nil }
    line += 1 + innerLines
    innerLines = 0
    var fields: [String] = []
    while true {
      fields.append(field())
      guard offset < bytes.count else { return fields }
      offset += 1
      if bytes[offset - 1] == UInt8(ascii: "\n") { return fields }
    }
  }

  /// The text up to the next comma or line end.
  private mutating func plainField() -> String {
    let start = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ","),
      bytes[offset] != UInt8(ascii: "\n")
    {
      offset += 1
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// One field; the scanner then stands on the comma or line end behind it.
  private mutating func field() -> String {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      return plainField()
    }
    var text: [UInt8] = []
    offset += 1
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
    return String(decoding: text, as: UTF8.self) + plainField()
  }
}
