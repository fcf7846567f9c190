import Support
import Tables

/// Spells the rows of a table as text, straight into bytes.
///
/// A row is, for each column, what stands before it and its value, and an end.
struct TextRows {
  /// How values are spelled that are no numbers.
  struct Spelling {
    let missing: String
    let no: String
    let yes: String
    /// A word of a vocabulary.
    let word: (String) -> String
  }

  private struct Field {
    let before: [UInt8]
    let kind: ColumnSchema.Kind
    let words: [[UInt8]]
  }

  private let fields: [Field]
  private let end: [UInt8]
  private let missing: [UInt8]
  private let flags: [[UInt8]]
  /// How many bytes a row has at most.
  private let most: Int

  /// How many rows are one piece.
  private static let share = 4096

  /// Prepares for the rows of a table.
  ///
  /// - Parameters:
  ///   - schema: The columns.
  ///   - spelling: How values are spelled.
  ///   - before: What stands before the value of a column, by its place.
  ///   - end: What stands at the end of a row.
  init(_ schema: TableSchema, _ spelling: Spelling, before: (Int) -> String, end: String) {
    fields = schema.columns.enumerated().map { index, column in
      Field(
        before: Array(before(index).utf8), kind: column.kind,
        words: column.words.map { Array(spelling.word($0).utf8) })
    }
    self.end = Array(end.utf8)
    missing = Array(spelling.missing.utf8)
    flags = [Array(spelling.no.utf8), Array(spelling.yes.utf8)]
    let others = ([missing] + flags).map(\.count).reduce(NumberBytes.most, max)
    most = fields.reduce(self.end.count) { sum, field in
      sum + field.before.count + field.words.map(\.count).reduce(others, max)
    }
  }

  /// Hands on all rows, piece by piece.
  ///
  /// - Throws: What the sink or reading rows throws.
  func write(_ table: ExportedTable, to sink: ([UInt8]) throws -> Void) throws {
    try table.forEachPart { part in
      for start in stride(from: 0, to: part.rowCount, by: Self.share) {
        try sink(bytes(start..<min(start + Self.share, part.rowCount), of: part))
      }
    }
  }

  private func bytes(_ rows: Range<Int>, of table: Table) -> [UInt8] {
    let (numbers, values) = (NumberBytes(), table.values)
    return [UInt8](unsafeUninitializedCapacity: rows.count * most + NumberBytes.room) {
      buffer, count in
      guard let start = buffer.baseAddress else { return }
      let end = numbers.withWriter { writer in
        var place = start
        for row in rows {
          for (column, field) in fields.enumerated() {
            place = Self.copy(field.before, to: place)
            place = write(values[column][row], field, by: writer, at: place)
          }
          place = Self.copy(self.end, to: place)
        }
        return place
      }
      count = end - start
    }
  }

  @inline(__always)
  private func write(
    _ value: Double, _ field: Field, by writer: NumberBytes.Writer,
    at place: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    guard value.isFinite else { return Self.copy(missing, to: place) }
    switch field.kind {
    case .real: return writer.write(value, at: place)
    case .integer: return writer.write(Int(value), at: place)
    case .flag: return Self.copy(flags[value == 0 ? 0 : 1], to: place)
    case .word: return Self.copy(field.words[Int(value)], to: place)
    }
  }

  @inline(__always)
  private static func copy(
    _ bytes: [UInt8], to place: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    bytes.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { place.update(from: first, count: source.count) }
    }
    return place + bytes.count
  }
}
