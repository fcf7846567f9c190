import Support

/// The part of a machine-readable table before its rows.
struct MRTHeader {
  let columns: [MRTColumn]
  /// The line that announces the description of the columns.
  let place: Range<Int>
  /// The first line after the last dashed line.
  let firstRow: Int

  /// Whether a file is a machine-readable table, as a line says.
  static func isMeant(by text: DataText) -> Bool {
    text.lines.prefix(200).contains { isAnnouncement(text, $0) }
  }

  private static func isAnnouncement(_ text: DataText, _ line: Int) -> Bool {
    let span = text.span(ofLine: line)
    guard let first = span.first.map({ text.source.bytes[$0] }), first | 0x20 == UInt8(ascii: "b")
    else { return false }
    return text.text(span).lowercased().hasPrefix("byte-by-byte description")
  }

  /// Reads the byte-by-byte description.
  ///
  /// - Returns: `nil` if there is none that can be used; the mistakes then have the reason.
  init?(_ text: DataText, _ mistakes: Mistakes) {
    let announcements = text.lines.filter { Self.isAnnouncement(text, $0) }
    guard let announcement = announcements.first else {
      mistakes.add(
        "no byte-by-byte description in this file", text.source, text.span(ofLine: 1),
        help: "a machine-readable table (MRT) declares its columns under such a line")
      return nil
    }
    place = text.span(ofLine: announcement)
    if announcements.count > 1 {
      mistakes.add(
        "a second byte-by-byte description", text.source, text.span(ofLine: announcements[1]),
        help: "give each table a file of its own")
      return nil
    }
    let rules = text.lines.filter { $0 > announcement && Self.isRule(text, $0) }
    guard rules.count >= 3, let last = rules.last else {
      mistakes.add(
        "the description of the columns does not end", text.source, place,
        help: "it stands between dashed lines, and the rows follow the last one")
      return nil
    }
    firstRow = last + 1
    var parser = MRTColumnParser(text, mistakes)
    guard let columns = parser.columns(in: rules[1] + 1..<rules[2], announcedAt: place) else {
      return nil
    }
    self.columns = columns
  }

  private static func isRule(_ text: DataText, _ line: Int) -> Bool {
    let bytes = text.source.bytes[text.trimmed(text.span(ofLine: line))]
    return bytes.count >= 20 && bytes.allSatisfy { $0 == UInt8(ascii: "-") }
  }
}
