import Support

/// Reads the lines that declare the columns of a machine-readable table.
///
/// A line that has text among its first eight bytes declares a column; any other line goes on with
/// the explanation of the column before it.
struct MRTColumnParser {
  private let text: DataText
  private let mistakes: Mistakes
  private var columns: [MRTColumn] = []

  /// How many columns a table may have.
  private static let most = 1_000

  init(_ text: DataText, _ mistakes: Mistakes) {
    self.text = text
    self.mistakes = mistakes
  }

  /// The columns that some lines declare.
  ///
  /// - Returns: `nil` if there is none or one of them is wrong.
  mutating func columns(in lines: Range<Int>, announcedAt place: Range<Int>) -> [MRTColumn]? {
    let before = mistakes.count
    for line in lines {
      let span = text.trimmed(text.span(ofLine: line))
      if span.isEmpty { continue }
      if columns.count == Self.most {
        mistakes.add("a table has at most \(Self.most.grouped) columns", text.source, span)
        return nil
      }
      if span.lowerBound < text.span(ofLine: line).lowerBound + 8 {
        declaration(span)
      } else if let last = columns.popLast() {
        columns.append(last.continued(by: text.text(span)))
      }
    }
    if columns.isEmpty, mistakes.count == before {
      mistakes.add("the header declares no column", text.source, place)
    }
    return mistakes.count == before ? columns : nil
  }

  /// One line: bytes, format, units, label, explanation.
  private mutating func declaration(_ span: Range<Int>) {
    let words = text.words(span)
    let bytesCount = words.prefix { text.text($0).allSatisfy { $0.isNumber || $0 == "-" } }.count
    let rest = words.dropFirst(bytesCount)
    let first = rest.startIndex
    guard let bytes = bytes(words.prefix(bytesCount)), rest.count >= 3, isFormat(rest[first]) else {
      mistakes.add(
        "not the declaration of a column", text.source, span,
        help: "it reads bytes, format, units, label, explanation, like '12- 13 I2 --- T Type'")
      return
    }
    let unit = text.text(rest[first + 1])
    let explanation = rest.count > 3 ? rest[first + 3].lowerBound..<span.upperBound : 0..<0
    let column = MRTColumn(
      bytes: bytes, format: text.text(rest[first]), unit: unit == "---" ? "" : unit,
      label: text.text(rest[first + 2]), explanation: text.text(explanation))
    if columns.contains(where: { $0.label == column.label }) {
      mistakes.add("column '\(column.label)' stands twice", text.source, rest[first + 2])
    } else if let other = columns.first(where: { $0.bytes.overlaps(bytes) }) {
      mistakes.add(
        "the bytes of '\(column.label)' overlap those of '\(other.label)'", text.source, span)
    }
    columns.append(column)
  }

  /// The bytes that `12- 13`, `12-13` or `20` declare, counted from 0.
  private func bytes(_ words: ArraySlice<Range<Int>>) -> Range<Int>? {
    let numbers = words.map { text.text($0) }.joined()
      .split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(numbers.count), let first = numbers[0], let last = numbers.last ?? nil,
      first >= 1, last >= first, last < 1_000_000
    else { return nil }
    return first - 1..<last
  }

  private func isFormat(_ span: Range<Int>) -> Bool {
    let format = text.text(span)
    guard let letter = format.first, "AIFEDG".contains(letter) else { return false }
    let width = format.dropFirst()
    return width.first?.isNumber == true && width.allSatisfy { $0.isNumber || $0 == "." }
  }
}

extension MRTColumn {
  fileprivate func continued(by text: String) -> MRTColumn {
    MRTColumn(
      bytes: bytes, format: format, unit: unit, label: label, explanation: explanation + " " + text)
  }
}
