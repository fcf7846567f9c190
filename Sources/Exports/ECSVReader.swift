import Support
package import Tables

/// Reads tables that ``ECSVWriter`` wrote.
///
/// The schema comes from the manifest or the plan; the file must agree with it.
package enum ECSVReader {
  /// Why a file does not hold the table it should.
  package struct Mismatch: Error, Equatable, Sendable {
    /// The line, from 1.
    package let line: Int
    package let message: String
  }

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - schema: The table it should hold. Words that a vocabulary does not have are added to it.
  /// - Returns: The table, with the vocabularies completed.
  /// - Throws: ``Mismatch`` at the first line that does not fit.
  package static func table(
    _ bytes: [UInt8], _ schema: TableSchema
  ) throws(Mismatch) -> Table {
    var scanner = FieldScanner(bytes)
    scanner.skipComments()
    guard let names = scanner.record(), names == schema.columns.map(\.name) else {
      throw Mismatch(
        line: max(1, scanner.line), message: "the columns are not those of '\(schema.name)'")
    }
    var values = [[Double]](repeating: [], count: schema.columns.count)
    var words = schema.columns.map { Words($0.words) }
    while scanner.startRecord() {
      var count = 0
      var unfit: Mismatch?
      while let field = scanner.nextField() {
        defer { count += 1 }
        guard count < schema.columns.count else { continue }
        if let value = value(field, scanner, schema.columns[count].kind, &words[count]) {
          values[count].append(value)
        } else if unfit == nil {
          let column = schema.columns[count].name
          unfit = Mismatch(
            line: scanner.line,
            message: "'\(scanner.text(of: field))' does not fit column '\(column)'")
        }
      }
      guard count == schema.columns.count else {
        let found = count.counted("field", "fields")
        throw Mismatch(
          line: scanner.line,
          message: "\(found) where there should be \(schema.columns.count)")
      }
      if let unfit { throw unfit }
    }
    let columns = zip(schema.columns, words).map { column, words in
      guard case .word = column.kind else { return column }
      return ColumnSchema(
        column.name, .word(words.vocabulary), unit: column.unit, column.summary)
    }
    let completed = TableSchema(
      schema.name, axes: schema.axes, keys: schema.keys, constants: schema.constants,
      columns: columns)
    return Table(completed, values)
  }

  private static func value(
    _ field: FieldScanner.Field, _ scanner: borrowing FieldScanner, _ kind: ColumnSchema.Kind,
    _ words: inout Words
  ) -> Double? {
    if case .plain(let range) = field {
      if range.isEmpty { return .nan }
      switch kind {
      case .real:
        if let number = PlainNumber.double(scanner.bytes, range) { return number }
      case .integer:
        if let number = PlainNumber.integer(scanner.bytes, range) { return Double(number) }
      case .flag, .word: break
      }
    }
    let text = scanner.text(of: field)
    if text.isEmpty { return .nan }
    return switch kind {
    case .real: Double(text)
    case .integer: Int(text).flatMap { Double(exactly: $0) }
    case .flag: text == "True" ? 1 : text == "False" ? 0 : nil
    case .word: words.position(of: text)
    }
  }
}

/// A vocabulary that grows with the words it meets.
private struct Words {
  private(set) var vocabulary: [String]
  private var positions: [String: Double] = [:]

  init(_ vocabulary: [String]) {
    self.vocabulary = vocabulary
    for (index, word) in vocabulary.enumerated() { positions[word] = Double(index) }
  }

  mutating func position(of word: String) -> Double {
    if let known = positions[word] { return known }
    let position = Double(vocabulary.count)
    vocabulary.append(word)
    positions[word] = position
    return position
  }
}
