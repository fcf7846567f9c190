import Support

/// Cuts lines into fields.
///
/// Blanks around a field do not count. A field in double quotes may hold what separates, and a
/// doubled quote stands for one; it ends on its line.
///
/// - SeeAlso: RFC 4180.
struct FieldSplitter {
  let text: DataText
  let separator: TextSeparator

  /// Why a line is no row.
  struct Flaw: Error {
    let message: String
    let span: Range<Int>
    var help: String?
  }

  /// How many columns a table may have.
  static let most = 10_000

  /// The fields of some bytes of one line; of too many the first.
  func fields(_ span: Range<Int>) throws(Flaw) -> [FieldTable.Field] {
    guard let byte = separator.byte else { return try words(span) }
    var line = span
    if separator == .bar { line = withoutRim(span) }
    var fields: [FieldTable.Field] = []
    var start = line.lowerBound
    while fields.count <= Self.most {
      var end = skippingBlanks(from: start, to: line.upperBound, but: byte)
      if end < line.upperBound, text.source.bytes[end] == Self.quote {
        let field = try quoted(end..<line.upperBound)
        fields.append(field)
        end = skippingBlanks(from: field.span.upperBound, to: line.upperBound, but: byte)
        guard end == line.upperBound || text.source.bytes[end] == byte else {
          throw Flaw(
            message: "text after the closing quote", span: end..<end + 1,
            help: "a quote inside a quoted field is doubled")
        }
      } else {
        while end < line.upperBound, text.source.bytes[end] != byte { end += 1 }
        fields.append(field(text.trimmed(start..<end)))
      }
      if end >= line.upperBound { return fields }
      start = end + 1
    }
    return fields
  }

  /// The words of a line, of which some may be quoted.
  private func words(_ span: Range<Int>) throws(Flaw) -> [FieldTable.Field] {
    var fields: [FieldTable.Field] = []
    var offset = span.lowerBound
    while offset < span.upperBound, fields.count <= Self.most {
      if text.source.bytes[offset].isBlank {
        offset += 1
      } else if text.source.bytes[offset] == Self.quote {
        let field = try quoted(offset..<span.upperBound)
        fields.append(field)
        offset = field.span.upperBound
      } else {
        let start = offset
        while offset < span.upperBound, !text.source.bytes[offset].isBlank { offset += 1 }
        fields.append(field(start..<offset))
      }
    }
    return fields
  }

  private func field(_ span: Range<Int>) -> FieldTable.Field {
    FieldTable.Field(text: text.text(span), span: span)
  }

  /// The field that starts with a quote.
  private func quoted(_ span: Range<Int>) throws(Flaw) -> FieldTable.Field {
    var content: [UInt8] = []
    var offset = span.lowerBound + 1
    while offset < span.upperBound {
      let byte = text.source.bytes[offset]
      let isDoubled = offset + 1 < span.upperBound && text.source.bytes[offset + 1] == Self.quote
      if byte == Self.quote, !isDoubled {
        var words = String(decoding: content, as: UTF8.self)[...]
        while words.first == " " { words.removeFirst() }
        while words.last == " " { words.removeLast() }
        return FieldTable.Field(text: String(words), span: span.lowerBound..<offset + 1)
      }
      content.append(byte)
      offset += byte == Self.quote ? 2 : 1
    }
    throw Flaw(message: "the quote that opens here is not closed on its line", span: span)
  }

  /// A row of a table with bars, without those at its ends.
  private func withoutRim(_ span: Range<Int>) -> Range<Int> {
    let trimmed = text.trimmed(span)
    var (start, end) = (trimmed.lowerBound, trimmed.upperBound)
    if start < end, text.source.bytes[start] == UInt8(ascii: "|") { start += 1 }
    if end > start, text.source.bytes[end - 1] == UInt8(ascii: "|") { end -= 1 }
    return start..<end
  }

  private func skippingBlanks(from start: Int, to end: Int, but byte: UInt8) -> Int {
    var offset = start
    while offset < end, text.source.bytes[offset].isBlank, text.source.bytes[offset] != byte {
      offset += 1
    }
    return offset
  }

  private static let quote = UInt8(ascii: "\"")
}
