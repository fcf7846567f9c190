extension JSONValue {
  /// The one spelling of this value: keys sorted by their UTF-8 bytes, no white space, numbers with
  /// the fewest digits that read back as the same double.
  ///
  /// Equal values have equal bytes on every machine, which is what makes a hash of them meaningful.
  ///
  /// - Precondition: Every number is finite. JSON has no NaN; a missing number is `null`.
  package var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes, indent: nil, sorted: true)
    return bytes
  }

  /// The spelling for people: indented by two spaces, members in their own order, a final line end.
  ///
  /// A list of plain values stays on one line while it fits.
  package var readableBytes: [UInt8] { readableBytes(escapingControls: false) }

  /// The spelling for people.
  ///
  /// - Parameter escapesControls: Whether every control character is an escape sequence, also those
  ///   that JSON lets stand; for what goes to a terminal. Records keep the bytes that they have.
  /// - Returns: The bytes, in UTF-8.
  package func readableBytes(escapingControls escapesControls: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes, indent: 0, sorted: false)
    bytes.append(UInt8(ascii: "\n"))
    guard escapesControls, bytes.contains(where: { $0 >= 0x7f }) else { return bytes }
    // They stand nowhere but in texts.
    let text = String(decoding: bytes, as: UTF8.self)
    let stays = { (scalar: Unicode.Scalar) in scalar == "\n" || !scalar.isControl }
    if text.unicodeScalars.allSatisfy(stays) { return bytes }
    return text.unicodeScalars.flatMap { scalar -> [UInt8] in
      if stays(scalar) { return Array(String(scalar).utf8) }
      let digits = String(scalar.value, radix: 16)
      return Array("\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
    }
  }

  /// The canonical spelling as text.
  package var canonicalText: String {
    String(decoding: canonicalBytes, as: UTF8.self)
  }

  /// The shortest spelling of a finite double that reads back as the same value; integral values
  /// below 10¹⁶ have no point.
  package static func spelling(of number: Double) -> String {
    precondition(number.isFinite, "a non-finite number has no JSON spelling")
    if let integer = Int(exactly: number), integer.magnitude < 10_000_000_000_000_000 {
      return "\(integer)"
    }
    return "\(number)"
  }

  private func write(into bytes: inout [UInt8], indent: Int?, sorted: Bool) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let value): bytes += Self.spelling(of: value).utf8
    case .string(let text): Self.writeQuoted(text, into: &bytes)
    case .array(let values):
      let inner = indent.flatMap { isPlainList && fitsOnOneLine ? nil : $0 + 2 }
      let spaced = indent != nil && inner == nil
      Self.writeList(
        values, into: &bytes, open: "[", close: "]", indent: inner, spaced: spaced
      ) { value, bytes in
        value.write(into: &bytes, indent: inner, sorted: sorted)
      }
    case .object(let members):
      let ordered =
        sorted
        ? members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } : members
      let inner = indent.map { $0 + 2 }
      Self.writeList(
        ordered, into: &bytes, open: "{", close: "}", indent: inner, spaced: false
      ) { member, bytes in
        Self.writeQuoted(member.key, into: &bytes)
        bytes += (indent == nil ? ":" : ": ").utf8
        member.value.write(into: &bytes, indent: inner, sorted: sorted)
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], into bytes: inout [UInt8], open: Character, close: Character,
    indent: Int?, spaced: Bool, writeElement: (Element, inout [UInt8]) -> Void
  ) {
    bytes += "\(open)".utf8
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes += (spaced ? ", " : ",").utf8 }
      if let indent { bytes += "\n\(String(repeating: " ", count: indent))".utf8 }
      writeElement(element, &bytes)
    }
    if let indent, !elements.isEmpty {
      bytes += "\n\(String(repeating: " ", count: indent - 2))".utf8
    }
    bytes += "\(close)".utf8
  }

  private var isPlainList: Bool {
    guard case .array(let values) = self, values.count <= 40 else { return false }
    return values.allSatisfy { value in
      switch value {
      case .array, .object: false
      default: true
      }
    }
  }

  private var fitsOnOneLine: Bool {
    var bytes: [UInt8] = []
    write(into: &bytes, indent: nil, sorted: false)
    return bytes.count <= 80
  }

  private static func writeQuoted(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case ..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
