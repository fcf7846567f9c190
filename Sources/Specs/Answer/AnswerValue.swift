package import Support
package import Tables

/// A number in an answer: `{fits.nfw.DDO154.chi2:4}`, `{median(fits.nfw.chi2)}`, `{count(best)}`.
///
/// First the table, then words of keys that single out a row, in any order, then the column, then
/// significant digits. A word is a value of a key, or `key=value`; what has a point in it stands in
/// backquotes, unless it is a number. A statistic goes over all rows that the words leave.
package struct AnswerValue: Sendable {
  /// A part of the path.
  struct Segment: Sendable {
    var text: String
    var place: Place
  }

  /// What a row without a column counts as.
  private static let counted = 0.0

  private let segments: [Segment]
  private let statistic: Statistic?
  private let digits: Int?
  /// The whole of it as written.
  private let text: String
  package let place: Place

  /// Reads what stands between two braces.
  init?(_ source: ExpressionText, _ span: Range<Int>, _ report: InputReport) {
    text = source[span]
    place = source.place(of: span.isEmpty ? span.lowerBound - 1..<span.upperBound + 1 : span)
    var scan = AnswerScan(source, span)
    let written = scan.statisticName()
    statistic = written.flatMap { Statistic(source[$0]) }
    if let written, statistic == nil {
      let name = source[written]
      report.error(
        "unknown statistic '\(name)'", at: source.place(of: written),
        help: Statistic.names.advice(for: name))
      return nil
    }
    guard let segments = scan.segments(isClosed: written != nil) else {
      report.error(
        "this is no number of a table", at: place,
        help: "write {table.word.column:3}, or {median(table.word.column):3}")
      return nil
    }
    self.segments = segments
    switch scan.digits {
    case .usual: digits = nil
    case .given(let count): digits = count
    case .mistaken:
      report.error(
        "the significant digits of a number are a whole number from 1 to 17", at: place,
        help: "write {table.word.column:3}")
      return nil
    }
  }

  /// The name of the table among some.
  package func table(among names: [String]) -> String? {
    tableLength(names).map { segments.prefix($0).map(\.text).joined(separator: ".") }
  }

  /// How many parts of the path name a table; names of tables may have points.
  private func tableLength(_ names: [String]) -> Int? {
    (1...segments.count).last { count in
      names.contains(segments.prefix(count).map(\.text).joined(separator: "."))
    }
  }

  /// Checks the number against the tables that the run will have.
  package func check(_ schemas: SchemaSet, _ report: InputReport) {
    _ = source(in: schemas, report)
  }

  /// The column, if the number is one of a table.
  func column(of table: TableSchema) -> String? {
    source(in: SchemaSet([table]), InputReport())?.column
  }

  /// Where the number stands.
  struct Source {
    let table: String
    /// `nil` where rows are counted.
    let column: String?
    /// The keys that are told, each with its value as a table stores it.
    var keys: [(name: String, value: Double)] = []
  }

  /// Finds the table, the keys and the column.
  ///
  /// - Parameters:
  ///   - schemas: The tables there are.
  ///   - report: Receives what is wrong.
  /// - Returns: `nil` after a mistake, or where not enough is known yet.
  func source(in schemas: SchemaSet, _ report: InputReport) -> Source? {
    guard let length = tableLength(schemas.names) else {
      _ = schemas.reading(Located(segments[0].text, at: segments[0].place), report)
      return nil
    }
    let name = segments.prefix(length).map(\.text).joined(separator: ".")
    guard let schema = schemas[name] else { return nil }
    var words = Array(segments.dropFirst(length))
    var column: ColumnSchema?
    if statistic != .count || words.last.map({ schema[$0.text] != nil }) ?? false {
      guard let last = words.popLast() else {
        report.error(
          "'\(text)' names no column", at: place,
          help: "write {\(name).column}: \(schema.columns.map(\.name).advice(for: ""))")
        return nil
      }
      guard let found = schema.column(Located(last.text, at: last.place), report) else {
        return nil
      }
      if case .word = found.kind, let statistic, statistic != .count {
        report.error(
          "column '\(found.name)' holds words, and a statistic needs numbers", at: last.place)
        return nil
      }
      column = found
    }
    var source = Source(table: name, column: column?.name)
    for word in words {
      guard let key = Self.key(of: word, in: schema, report) else { return nil }
      guard !source.keys.contains(where: { $0.name == key.name }) else {
        report.error("key '\(key.name)' has two values", at: word.place)
        return nil
      }
      source.keys.append(key)
    }
    let open = schema.keyColumns.filter { column in
      !source.keys.contains { $0.name == column.name } && schema.tellsRowsApart(column)
    }
    if statistic == nil, let first = open.first {
      report.error(
        "'\(text)' does not tell which '\(first.name)' is meant", at: place,
        help: "name \(open.map { "a \($0.name)" }.joined(separator: ", ")) before the column, or a "
          + "statistic: {median(\(text))}")
      return nil
    }
    return source
  }

  /// The key that a word is a value of.
  private static func key(
    of word: Segment, in schema: TableSchema, _ report: InputReport
  ) -> (name: String, value: Double)? {
    var (text, columns) = (word.text, schema.keyColumns)
    if let sign = text.firstIndex(of: "="), schema.keys.contains(String(text[..<sign])) {
      columns = columns.filter { $0.name == text[..<sign] }
      text = String(text[text.index(after: sign)...])
    }
    let possible = columns.compactMap { column in
      column.stored(text).map { (name: column.name, value: $0) }
    }
    let telling = possible.filter { key in
      schema[key.name].map(schema.tellsRowsApart) ?? false
    }
    let found = telling.isEmpty ? possible : telling
    if found.count == 1 { return found[0] }
    guard found.isEmpty else {
      let names = found.map(\.name)
      report.error(
        "'\(text)' may be a value of \(names.joined(separator: " or "))", at: word.place,
        help: "write '\(names[0])=\(text)'")
      return nil
    }
    guard !schema.isOpen, columns.allSatisfy({ $0.kind != .word(nil) }) else { return nil }
    report.error(
      "no key of table '\(schema.name)' has the value '\(text)'", at: word.place,
      help: columns.isEmpty
        ? "the table has no keys" : columns.flatMap(\.words).advice(for: text))
    return nil
  }

  /// Looks the number up.
  func filled(from tables: TableSet) -> FilledAnswer.Part {
    guard let source = source(in: tables.schemas, InputReport()), let table = tables[source.table]
    else { return .missing(because: "'\(text)' is not in the tables of the run") }
    let rows = (0..<table.rowCount).filter { row in
      source.keys.allSatisfy { table.values($0.name)[row] == $0.value }
    }
    let column = source.column.flatMap { table.schema.index(of: $0) }
    if let statistic {
      let sample = rows.map { row in column.map { table.values[$0][row] } ?? Self.counted }
      return number(statistic.value(of: sample), isWhole: statistic.isCount)
    }
    guard rows.count == 1, let column else {
      return .missing(
        because: "'\(text)' is in \(rows.isEmpty ? "no row" : "\(rows.count.grouped) rows")")
    }
    switch table.schema.columns[column].kind {
    case .real: return number(table.values[column][rows[0]], isWhole: false)
    case .integer: return number(table.values[column][rows[0]], isWhole: true)
    case .flag, .word:
      let word = table.text(row: rows[0], column: column)
      return word.isEmpty ? .missing(because: "'\(text)' is missing") : .value(word)
    }
  }

  private func number(_ value: Double, isWhole: Bool) -> FilledAnswer.Part {
    guard value.isFinite else { return .missing(because: "'\(text)' is missing") }
    return .value(isWhole ? value.writtenWhole(digits: digits) : value.written(digits: digits ?? 3))
  }
}

extension ColumnSchema {
  /// A value as a table stores it; `nil` if the column cannot have it, or its words are not known.
  fileprivate func stored(_ text: String) -> Double? {
    switch kind {
    case .word(let words): words?.firstIndex(of: text).map(Double.init)
    case .flag: text == "true" ? 1 : text == "false" ? 0 : nil
    case .real, .integer: Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
  }
}

extension TableSchema {
  /// Whether rows may differ in a key: not in one with a single word, nor in an axis of one value.
  fileprivate func tellsRowsApart(_ column: ColumnSchema) -> Bool {
    if constants.contains(column.name) { return false }
    guard case .word(let words) = column.kind else { return true }
    return words.map { $0.count > 1 } ?? false
  }
}
