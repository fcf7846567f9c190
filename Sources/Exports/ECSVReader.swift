import Support
package import Tables

/// Reads tables that ``ECSVWriter`` wrote, part by part.
///
/// The schema comes from the manifest or the plan; the file must agree with it.
package struct ECSVReader {
  /// Why a file does not hold the table it should.
  package struct Mismatch: Error, Equatable, Sendable {
    /// The line, from 1.
    package let line: Int
    package let message: String
  }

  private let schema: TableSchema
  private var words: [Words]
  private var scanner = FieldScanner([])
  private var hasHeader = false

  /// Begins a file.
  ///
  /// - Parameter schema: The table it should hold. Words that a vocabulary does not have are added
  ///   to it.
  package init(_ schema: TableSchema) {
    self.schema = schema
    words = schema.columns.map { Words($0.words) }
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
    var reader = ECSVReader(schema)
    return try reader.rows(bytes, isLast: true)
  }

  /// Reads the rows that are whole now.
  ///
  /// - Parameters:
  ///   - bytes: What follows in the file.
  ///   - isLast: Whether nothing comes after it.
  /// - Returns: The rows, with the vocabularies as far as they are known.
  /// - Throws: ``Mismatch`` at the first line that does not fit.
  package mutating func rows(
    _ bytes: [UInt8], isLast: Bool
  ) throws(Mismatch) -> Table {
    scanner = FieldScanner(scanner.rest + bytes, after: scanner)
    var values = [[Double]](repeating: [], count: schema.columns.count)
    var before = scanner
    func isCut() -> Bool { scanner.isAtEnd && !isLast }
    if !hasHeader {
      scanner.skipComments()
      let names = scanner.record()
      if isCut() {
        scanner = before
        return Table(completed, values)
      }
      guard names == schema.columns.map(\.name) else {
        throw Mismatch(
          line: max(1, scanner.line), message: "the columns are not those of '\(schema.name)'")
      }
      hasHeader = true
      before = scanner
    }
    var fields: [FieldScanner.Field] = []
    while scanner.startRecord() {
      fields.removeAll(keepingCapacity: true)
      while let field = scanner.nextField() { fields.append(field) }
      if isCut() {
        scanner = before
        break
      }
      try take(fields, into: &values)
      before = scanner
    }
    return Table(completed, values)
  }

  /// Takes the fields of a row.
  private mutating func take(
    _ fields: [FieldScanner.Field], into values: inout [[Double]]
  ) throws(Mismatch) {
    guard fields.count == schema.columns.count else {
      throw Mismatch(
        line: scanner.line,
        message: "\(fields.count.counted("field", "fields")) where there should be "
          + "\(schema.columns.count)")
    }
    for (place, field) in fields.enumerated() {
      guard let value = Self.value(field, scanner, schema.columns[place].kind, &words[place]) else {
        throw Mismatch(
          line: scanner.line,
          message: "'\(scanner.text(of: field))' does not fit column "
            + "'\(schema.columns[place].name)'")
      }
      values[place].append(value)
    }
  }

  /// The schema with the words that were met.
  private var completed: TableSchema {
    let columns = zip(schema.columns, words).map { column, words in
      guard case .word = column.kind else { return column }
      return ColumnSchema(
        column.name, .word(words.vocabulary), unit: column.unit, column.summary)
    }
    return TableSchema(
      schema.name, axes: schema.axes, keys: schema.keys, constants: schema.constants,
      columns: columns)
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
