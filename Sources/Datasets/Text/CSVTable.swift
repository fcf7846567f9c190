import Support

/// A table of comma-separated values: a row of names, then rows.
///
/// Blank lines and lines that start with `#` are passed over. Blanks around a field do not count; a
/// field in double quotes may hold commas, and a doubled quote stands for one. A quoted field ends
/// on its line.
///
/// - SeeAlso: RFC 4180.
struct CSVTable {
  let fields: FieldTable
  /// Where each column is named.
  let names: [Range<Int>]

  /// Reads a table; a row with a mistake is left out, and the mistake told.
  ///
  /// - Returns: `nil` if there is nothing to read; the mistakes then have the reasons.
  init?(_ source: SourceText, _ mistakes: Mistakes) {
    guard let text = DataText(source, mistakes) else { return nil }
    let lines = text.lines.filter {
      let span = text.trimmed(text.span(ofLine: $0))
      return !span.isEmpty && source.bytes[span.lowerBound] != UInt8(ascii: "#")
    }
    guard let first = lines.first else {
      mistakes.add(
        "the file has only comments", source, text.span(ofLine: 1),
        help: "the first line that is not a comment names the columns")
      return nil
    }
    let before = mistakes.count
    let header = Self.row(text.span(ofLine: first), of: text, mistakes)
    if header.count > Self.most {
      mistakes.add(
        "the first row names more than \(Self.most.grouped) columns", source,
        header[Self.most].span, help: "a line end may be missing")
      return nil
    }
    Self.checkNames(header, source, mistakes)
    guard mistakes.count == before else { return nil }
    if lines.count == 1 {
      mistakes.add("no row after the names of the columns", source, text.span(ofLine: first))
    }
    var rows: [[FieldTable.Field]] = []
    for line in lines.dropFirst() {
      let row = Self.row(text.span(ofLine: line), of: text, mistakes)
      if row.count == header.count {
        rows.append(row)
      } else if !row.isEmpty {
        let isCut = row.count > Self.most
        let count = isCut ? "more than \(Self.most.grouped)" : "\(row.count)"
        mistakes.add(
          "this row has \(count) fields, the first row names \(header.count) columns", source,
          text.trimmed(text.span(ofLine: line)),
          help: "leave a field empty where a value is missing; a decimal point is a point")
      }
    }
    names = header.map(\.span)
    fields = FieldTable(
      source: source, columns: header.map(\.text), header: text.trimmed(text.span(ofLine: first)),
      rows: rows)
  }

  private static func checkNames(
    _ header: [FieldTable.Field], _ source: SourceText, _ mistakes: Mistakes
  ) {
    var seen: Set<String> = []
    for (index, field) in header.enumerated() {
      if field.text.isEmpty {
        mistakes.add("column \(index + 1) has no name", source, field.span)
      } else if !seen.insert(field.text).inserted {
        mistakes.add("column '\(field.text)' stands twice", source, field.span)
      }
    }
    if header.count == 1, let only = header.first,
      only.text.contains(where: { ";\t ".contains($0) })
    {
      mistakes.add(
        "the first row names a single column, '\(only.text)'", source, only.span,
        help: "separate columns by commas")
    }
  }

  /// How many columns a table may have.
  private static let most = 10_000

  /// The fields of one line, of too many the first; none if a quote is wrong.
  private static func row(_ line: Range<Int>, of text: DataText, _ mistakes: Mistakes)
    -> [FieldTable.Field]
  {
    var fields: [FieldTable.Field] = []
    var start = line.lowerBound
    while fields.count <= most {
      var end = start
      while end < line.upperBound, text.source.bytes[end].isBlank { end += 1 }
      if end < line.upperBound, text.source.bytes[end] == quote {
        guard let field = quoted(end..<line.upperBound, of: text, mistakes) else { return [] }
        fields.append(field)
        end = text.skippingBlanks(from: field.span.upperBound, to: line.upperBound)
        guard end == line.upperBound || text.source.bytes[end] == comma else {
          mistakes.add(
            "text after the closing quote", text.source, end..<end + 1,
            help: "a quote inside a quoted field is doubled")
          return []
        }
      } else {
        while end < line.upperBound, text.source.bytes[end] != comma { end += 1 }
        let span = text.trimmed(start..<end)
        fields.append(FieldTable.Field(text: text.text(span), span: span))
      }
      if end >= line.upperBound { return fields }
      start = end + 1
    }
    return fields
  }

  /// The field that starts with a quote.
  private static func quoted(_ span: Range<Int>, of text: DataText, _ mistakes: Mistakes)
    -> FieldTable.Field?
  {
    var content: [UInt8] = []
    var offset = span.lowerBound + 1
    while offset < span.upperBound {
      let byte = text.source.bytes[offset]
      let isDoubled = offset + 1 < span.upperBound && text.source.bytes[offset + 1] == quote
      if byte == quote, !isDoubled {
        return FieldTable.Field(
          text: String(decoding: content, as: UTF8.self), span: span.lowerBound..<offset + 1)
      }
      content.append(byte)
      offset += byte == quote ? 2 : 1
    }
    mistakes.add("the quote that opens here is not closed on its line", text.source, span)
    return nil
  }

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
}

extension DataText {
  fileprivate func skippingBlanks(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, source.bytes[offset].isBlank { offset += 1 }
    return offset
  }
}
