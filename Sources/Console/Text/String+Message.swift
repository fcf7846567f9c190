extension String {
  /// A message with its long lines broken between words, for a terminal.
  ///
  /// What stands in single quotes is not broken: it may be a command, to be typed as it is. A line
  /// that begins with a space is part of a table or of a file, and stays.
  ///
  /// - Parameter width: Columns of a line.
  /// - Returns: The lines, those that go on indented.
  package func wrappedMessage(to width: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.count > width, line.first != " " else { return String(line) }
      let hanging = Self.heads.first { line.hasPrefix($0) }?.count ?? 2
      return String(line).joiningQuoted.wrapped(to: width, hanging: hanging)
        .map { $0.replacing(Self.noBreak, with: " ") }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// What messages begin with, where the next line begins below the first word behind it.
  private static let heads = ["help: ", "error: ", "warning: ", "note: "]

  /// Stands for a space that a line is not broken at; no text has it.
  private static let noBreak = "\u{F8FF}"

  /// The text with the spaces between single quotes replaced.
  private var joiningQuoted: String {
    var joined = ""
    var rest = self[...]
    while let start = rest.range(of: Self.quote) {
      let isOpening = start.lowerBound == rest.startIndex || rest[..<start.lowerBound].last == " "
      let tail = rest[start.upperBound...]
      guard isOpening, let end = tail.range(of: Self.quote) else {
        joined += rest[..<start.upperBound]
        rest = tail
        continue
      }
      joined += rest[..<start.upperBound]
      joined += tail[..<end.upperBound].replacing(" ", with: Self.noBreak)
      rest = tail[end.upperBound...]
    }
    return joined + rest
  }

  private static let quote: Character = "'"
}

extension Substring {
  /// Where a character stands first.
  fileprivate func range(of character: Character) -> Range<Index>? {
    firstIndex(of: character).map { $0..<index(after: $0) }
  }
}
