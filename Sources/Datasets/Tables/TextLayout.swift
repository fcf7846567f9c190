import Support

/// How the lines of a text table are laid out: which name the columns, which are rows.
struct TextLayout {
  let columns: [TextTable.Column]
  /// The numbers of the lines that are rows.
  let rows: [Int]
  /// Where the columns are named, or the first row.
  let header: Range<Int>
  /// What the number of columns is known from, as it stands in a message.
  private let naming: String
  private let splitter: FieldSplitter

  /// The lines of a file, comments apart from the others.
  private struct Lines {
    var comments: [Int] = []
    var others: [Int] = []
  }

  init?(_ text: DataText, _ form: TextTableForm, _ mistakes: Mistakes) {
    let lines = Self.lines(of: text)
    guard let first = lines.others.first else {
      mistakes.add(
        "the file has only comments", text.source, text.span(ofLine: 1),
        help: "the first line that is not a comment names the columns")
      return nil
    }
    let ecsv = ECSVDeclaration(text, lines.comments, mistakes)
    let seen = Self.separator(text, lines.others, form)
    let splitter = FieldSplitter(text: text, separator: ecsv?.separator ?? form.separator ?? seen)
    self.splitter = splitter
    let number = WrittenNumber(hasDecimalComma: form.hasDecimalComma)
    guard let names = Self.fields(of: first, splitter, mistakes) else { return nil }
    if names.count > FieldSplitter.most {
      mistakes.add(
        "the first row has more than \(FieldSplitter.most.grouped) columns", text.source,
        names[FieldSplitter.most].span, help: "a line end may be missing")
      return nil
    }
    let isNamed = ecsv != nil || !names.contains { number.value(of: $0.text) != nil }
    var rest = lines.others.dropFirst(isNamed ? 1 : 0)
    var labels = names.map { ColumnLabel($0.text, at: $0.span) }
    var spans = names.map(\.span)
    var units = [DeclaredUnit?](repeating: nil, count: labels.count)
    if ecsv == nil {
      var comments = lines.comments.filter { $0 < (rest.first ?? first) && !Self.isRule(text, $0) }
        .compactMap { Self.names(inComment: $0, count: names.count, splitter) }
      if let place = comments.lastIndex(where: {
        Self.units(in: $0, number, strictly: true) != nil
      }) {
        units = Self.units(in: comments[place], number, strictly: true).asList.flatMap(\.self)
        comments.removeSubrange(place...)
      }
      if !isNamed {
        let named = comments.last
        labels =
          named.map { $0.map { ColumnLabel($0.text, at: $0.span) } }
          ?? names.map { ColumnLabel("", at: $0.span) }
        spans = named.map { $0.map(\.span) } ?? spans
      } else if let second = rest.first,
        let row = try? splitter.fields(text.span(ofLine: second)), row.count == labels.count,
        let declared = Self.units(in: row, number, strictly: false)
      {
        units = declared
        rest = rest.dropFirst()
      }
      if isNamed, let next = rest.first, Self.isRule(text, next) { rest = rest.dropFirst() }
    }
    labels = ColumnLabel.apart(labels)
    let columns = labels.indices.map { index in
      let declared = ecsv?.units[labels[index].text]
      return TextTable.Column(
        label: labels[index], unit: declared ?? units[index] ?? labels[index].unit,
        span: spans[index])
    }
    self.columns = columns
    rows = Array(rest)
    header = text.trimmed(text.span(ofLine: first))
    naming = isNamed ? "the first row names" : "the first row has"
    guard Self.checkNames(columns, text.source, mistakes) else { return nil }
  }

  /// The fields of a line.
  ///
  /// - Throws: Why it is no row.
  func row(_ line: Int) throws(FieldSplitter.Flaw) -> [FieldTable.Field] {
    let span = splitter.text.span(ofLine: line)
    let row = try splitter.fields(span)
    guard row.count != columns.count else { return row }
    throw FieldSplitter.Flaw(
      message: "this row has \(row.count.counted("field", "fields")), "
        + "\(naming) \(columns.count.counted("column", "columns"))",
      span: splitter.text.trimmed(span),
      help: "leave a field empty where a value is missing; a decimal point is a point")
  }

  private static func fields(
    of line: Int, _ splitter: FieldSplitter, _ mistakes: Mistakes
  ) -> [FieldTable.Field]? {
    do throws(FieldSplitter.Flaw) {
      return try splitter.fields(splitter.text.span(ofLine: line))
    } catch {
      mistakes.add(error.message, splitter.text.source, error.span, help: error.help)
      return nil
    }
  }

  private static func lines(of text: DataText) -> Lines {
    var lines = Lines()
    for line in text.lines {
      let span = text.trimmed(text.span(ofLine: line))
      guard let first = span.first.map({ text.source.bytes[$0] }) else { continue }
      if "#%!".utf8.contains(first) {
        lines.comments.append(line)
      } else {
        lines.others.append(line)
      }
    }
    return lines
  }

  /// What separates the fields of most lines into the same number, at least two; otherwise those of
  /// the first line.
  private static func separator(
    _ text: DataText, _ lines: [Int], _ form: TextTableForm
  ) -> TextSeparator {
    let looked = lines.prefix(50)
    let marks = [TextSeparator.tab, .semicolon, .bar, .comma].filter {
      $0 != .comma || !form.hasDecimalComma
    }
    let counts = marks.map { separator in
      let splitter = FieldSplitter(text: text, separator: separator)
      return looked.compactMap { line in (try? splitter.fields(text.span(ofLine: line)))?.count }
    }
    for (separator, counts) in zip(marks, counts) {
      let usual = Dictionary(grouping: counts, by: \.self).max {
        ($0.value.count, $0.key) < ($1.value.count, $1.key)
      }
      if let usual, usual.key > 1, usual.value.count * 10 >= looked.count * 6 { return separator }
    }
    return zip(marks, counts).first { $1.first.map { $0 > 1 } == true }?.0 ?? .blanks
  }

  /// The words of a comment, if they are as many as columns.
  private static func names(
    inComment line: Int, count: Int, _ splitter: FieldSplitter
  ) -> [FieldTable.Field]? {
    let text = splitter.text
    var span = text.trimmed(text.span(ofLine: line))
    while let first = span.first, "#%!".utf8.contains(text.source.bytes[first]) {
      span = text.trimmed(span.dropFirst())
    }
    for separator in [splitter.separator, .blanks] {
      let words = try? FieldSplitter(text: text, separator: separator).fields(span)
      if let words, words.count == count { return words }
    }
    return nil
  }

  /// The units that a row holds.
  ///
  /// - Parameters:
  ///   - row: The fields.
  ///   - number: How numbers are written, which a row of units has none of.
  ///   - isStrict: Whether every field has to be a unit; otherwise most of those that are filled.
  /// - Returns: `nil` if it is no row of units.
  private static func units(
    in row: [FieldTable.Field], _ number: WrittenNumber, strictly isStrict: Bool
  ) -> [DeclaredUnit?]? {
    guard row.allSatisfy({ number.value(of: $0.text) == nil }) else { return nil }
    let units = DeclaredUnit.row(row.map { ($0.text, $0.span) })
    // A number in a spelling that is not expected is no unit.
    let named = units.count { $0.isNamed && $0.unit.map { $0 != .number } == true }
    let plain = units.count { $0.unit == .number }
    let filled = units.count { !$0.text.isEmpty }
    guard named > 0, isStrict ? named + plain == units.count : 2 * named > filled else {
      return nil
    }
    return units.map { $0.text.isEmpty ? nil : $0 }
  }

  /// Whether a line consists of dashes, as under the units of VizieR; it may be a comment.
  private static func isRule(_ text: DataText, _ line: Int) -> Bool {
    let bytes = text.source.bytes[text.trimmed(text.span(ofLine: line))]
      .drop { "#%!".utf8.contains($0) }
    return bytes.contains(UInt8(ascii: "-"))
      && bytes.allSatisfy { "-\t ;|,+=".utf8.contains($0) }
  }

  private static func checkNames(
    _ columns: [TextTable.Column], _ source: SourceText, _ mistakes: Mistakes
  ) -> Bool {
    let before = mistakes.count
    var seen: Set<String> = []
    for column in columns where !column.label.text.isEmpty {
      guard !seen.insert(column.label.text).inserted else { continue }
      mistakes.add("column '\(column.label.text)' stands twice", source, column.span)
    }
    return mistakes.count == before
  }
}
