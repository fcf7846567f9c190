package import Support

/// A machine-readable table of the AAS journals: a header that declares columns by their bytes,
/// then rows after the last dashed line.
///
/// The header rules: a field is what stands in its bytes, a blank field is missing, a name may have
/// blanks in it. A row *contradicts* the header where
///
/// 1. text stands outside all declared columns, or
/// 2. the bytes of a column of numbers hold something that is not a number, or
/// 3. a word runs across the border of two columns.
///
/// The third alone is not a mistake, for columns may touch; it counts only if every row has exactly
/// one word per column, and every word fits the format of its column. Where fewer rows have a wrong
/// number of words than contradict the header, the bytes are taken for wrong: rows are split on
/// white space, a row with a wrong number of words is a mistake, and ``note`` says what was done.
/// Otherwise each contradiction is a mistake.
///
/// - SeeAlso: https://journals.aas.org/mrt-standards; for a file with wrong bytes, astropy issue
///   12972.
package struct MRTTable {
  package let columns: [MRTColumn]
  package let fields: FieldTable
  /// How many rows contradict the header; the rows are then split on white space.
  package let contradictions: Int
  /// What was noticed while reading, in one sentence.
  package let note: String?

  /// Reads a table; a row with a mistake is left out, and the mistake told.
  ///
  /// - Returns: `nil` if there is nothing to read; the mistakes then have the reason.
  package init?(_ source: SourceText, _ mistakes: Mistakes) {
    guard let text = DataText(source, mistakes), let header = MRTHeader(text, mistakes) else {
      return nil
    }
    let lines = (header.firstRow..<text.lines.upperBound).filter {
      !text.trimmed(text.span(ofLine: $0)).isEmpty
    }
    guard let last = lines.last else {
      mistakes.add(
        "no row after the header", source, text.span(ofLine: text.lines.upperBound - 1),
        help: "the rows stand after the last dashed line")
      return nil
    }
    let reading = MRTRows(text, header.columns, lines, mistakes)
    Self.checkEnd(of: text, last, among: lines, mistakes)
    columns = header.columns
    fields = FieldTable(
      source: source, columns: header.columns.map(\.label),
      units: header.columns.map(\.declaredUnit), header: header.place, rows: reading.rows)
    contradictions = reading.isSplitOnBlanks ? reading.contradictingRows : 0
    note = reading.note
  }

  /// Notices a last row that is cut short: it has no line end, and every other row is longer,
  /// blanks at its end apart.
  private static func checkEnd(
    of text: DataText, _ last: Int, among lines: [Int], _ mistakes: Mistakes
  ) {
    let span = text.span(ofLine: last)
    guard span.upperBound == text.source.bytes.count, lines.count > 1,
      lines.dropLast().allSatisfy({
        text.trimmed(text.span(ofLine: $0)).count > text.trimmed(span).count
      })
    else { return }
    mistakes.add(
      "the last row is shorter than all others and has no line end", text.source, span,
      help: "the file may be cut short; if it is whole, end the row with a line end")
  }
}
