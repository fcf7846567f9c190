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
  /// Whether some column has a byte of a row.
  private let isDeclared: [Bool]

  init(_ text: DataText, _ columns: [MRTColumn], _ lines: [Int], _ mistakes: Mistakes) {
    self.text = text
    self.columns = columns
    var isDeclared = [Bool](repeating: false, count: columns.map(\.bytes.upperBound).reduce(0, max))
    for byte in columns.flatMap(\.bytes) { isDeclared[byte] = true }
    self.isDeclared = isDeclared

    let spans = lines.map { text.span(ofLine: $0) }
    let words = spans.map { text.words($0) }
    let wrongCounts = words.count { $0.count != columns.count }
    let fields = spans.map { span in columns.map { field($0, in: span) } }
    var contradictions = zip(spans, fields).map { contradiction(in: $0, $1) }
    if contradictions.allSatisfy({ $0 == nil }), wrongCounts == 0, words.allSatisfy(fit) {
      contradictions = words.map { cutWord(in: $0) }
    }
    contradictingRows = contradictions.count { $0 != nil }
    isSplitOnBlanks = wrongCounts < contradictingRows

    if isSplitOnBlanks {
      for (span, words) in zip(spans, words) { split(span, words, mistakes) }
      note = sentence(contradictions, lines)
    } else {
      for (fields, contradiction) in zip(fields, contradictions) {
        if let contradiction {
          mistakes.add(contradiction.message, text.source, contradiction.span)
        } else {
          rows.append(fields)
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
    for (column, field) in zip(columns, fields) where !column.accepts(field.text) {
      return Contradiction(
        message: "'\(column.label)' must be a number, not '\(field.text)'", span: field.span)
    }
    let outside = line.first { offset in
      let position = offset - line.lowerBound
      return !text.source.bytes[offset].isBlank
        && !(position < isDeclared.count && isDeclared[position])
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

  /// Whether each word of a row could be the field of its column.
  private func fit(_ words: [Range<Int>]) -> Bool {
    zip(words, columns).allSatisfy { word, column in
      word.count <= column.width && column.accepts(text.text(word))
    }
  }

  private func field(_ column: MRTColumn, in line: Range<Int>) -> FieldTable.Field {
    let start = min(line.lowerBound + column.bytes.lowerBound, line.upperBound)
    let end = min(line.lowerBound + column.bytes.upperBound, line.upperBound)
    let span = text.trimmed(start..<end)
    let content = text.text(span)
    if span.isEmpty || content == column.missingMark {
      return FieldTable.Field(text: "", span: span.isEmpty ? start..<end : span)
    }
    return FieldTable.Field(text: content, span: span)
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
