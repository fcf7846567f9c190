import Support

/// The rows of a machine-readable table, by the bytes of the header or split on white space.
///
/// ``MRTTable`` says when it is the one and when the other.
struct MRTRows {
  private(set) var rows: [[FieldTable.Field]] = []
  /// How many rows contradict the header.
  private(set) var contradictingRows = 0
  private(set) var isSplitOnBlanks = false
  private(set) var note: String?

  private let text: DataText
  private let columns: [MRTColumn]
  private let layout: MRTLayout

  init(_ text: DataText, _ columns: [MRTColumn], _ lines: [Int], _ mistakes: Mistakes) {
    self.text = text
    self.columns = columns
    layout = MRTLayout(columns)

    let spans = lines.map { text.span(ofLine: $0) }
    let scans = text.source.bytes.withUnsafeBufferPointer { bytes in
      spans.map { layout.scan($0, of: bytes) }
    }
    let wrongCounts = scans.count { $0.words != columns.count }
    var contradictions = zip(spans, scans).map { span, scan in
      scan.contradicts ? contradiction(in: span, scan.fields) : nil
    }
    if contradictions.allSatisfy({ $0 == nil }), wrongCounts == 0, scans.allSatisfy(\.wordsFit) {
      contradictions = zip(spans, scans).map { span, scan in
        scan.cutsWord ? cutWord(in: text.words(span)) : nil
      }
    }
    contradictingRows = contradictions.count { $0 != nil }
    isSplitOnBlanks = wrongCounts < contradictingRows

    if isSplitOnBlanks {
      for span in spans { split(span, text.words(span), mistakes) }
      note = sentence(contradictions, lines)
    } else {
      for (scan, contradiction) in zip(scans, contradictions) {
        if let contradiction {
          mistakes.add(contradiction.message, text.source, contradiction.span)
        } else {
          rows.append(scan.fields)
        }
      }
    }
  }

  /// Where and how a row contradicts the header.
  private struct Contradiction {
    let message: String
    let span: Range<Int>
  }

  /// The first contradiction of a row that no correct table can have.
  private func contradiction(in line: Range<Int>, _ fields: [FieldTable.Field]) -> Contradiction? {
    for (column, field) in zip(columns, fields) where !column.accepts(field) {
      return Contradiction(
        message: "'\(column.label)' must be a number, not '\(field.text)'", span: field.span)
    }
    let outside = line.first { offset in
      let position = offset - line.lowerBound
      return !text.source.bytes[offset].isBlank && !layout.isDeclared(position)
    }
    let word = outside.flatMap { offset in text.words(line).first { $0.contains(offset) } }
    return word.map {
      Contradiction(message: "'\(text.text($0))' stands outside the declared columns", span: $0)
    }
  }

  /// The first word of a row that two columns share.
  private func cutWord(in words: [Range<Int>]) -> Contradiction? {
    guard let first = words.first else { return nil }
    let line = text.span(ofLine: text.source.line(of: first.lowerBound))
    return words.first { word in
      columns.contains {
        let border = line.lowerBound + $0.bytes.upperBound
        return border > word.lowerBound && border < word.upperBound
      }
    }.map { Contradiction(message: "'\(text.text($0))' runs across a border", span: $0) }
  }

  private mutating func split(_ line: Range<Int>, _ words: [Range<Int>], _ mistakes: Mistakes) {
    guard words.count == columns.count else {
      mistakes.add(
        "this row has \(words.count) fields, the header declares \(columns.count) columns",
        text.source, text.trimmed(line),
        help: "the declared bytes do not fit the rows, so rows are split on white space")
      return
    }
    rows.append(
      zip(words, columns).map { word, column in
        let content = text.text(word)
        return FieldTable.Field(text: content == column.missingMark ? "" : content, span: word)
      })
  }

  private func sentence(_ contradictions: [Contradiction?], _ lines: [Int]) -> String? {
    guard let index = contradictions.firstIndex(where: { $0 != nil }),
      let contradiction = contradictions[index]
    else { return nil }
    return "the declared byte columns contradict \(contradictingRows) of \(lines.count) rows "
      + "(line \(lines[index]): \(contradiction.message)), so rows are split on white space into "
      + "\(columns.count) fields"
  }
}
