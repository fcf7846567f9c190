extension String {
  /// The text broken between words into lines of at most `width` characters.
  ///
  /// A word longer than a line has a line to itself. A no-break space does not separate words.
  ///
  /// - Parameters:
  ///   - width: Columns of a line, the indent included.
  ///   - hanging: Columns by which every line but the first is indented.
  /// - Returns: The lines; none for an empty text.
  package func wrapped(to width: Int, hanging: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: hanging)
    var lines: [String] = []
    for word in split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append((lines.isEmpty ? "" : margin) + word)
      }
    }
    return lines
  }

  /// The text with spaces after it, up to a width.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// The text with spaces before it, up to a width.
  package func indented(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }

  /// The text cut off at a width, with an ellipsis at its end if something was cut.
  package func truncated(to width: Int) -> String {
    count <= width ? self : width > 0 ? prefix(width - 1) + "…" : ""
  }
}
