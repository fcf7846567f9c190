import Support
import Tables

/// A column as it is spelled, row by row.
struct ECSVColumn {
  private let values: [Double]
  private let kind: ColumnSchema.Kind
  /// The fields of the words of a vocabulary.
  private let words: [[UInt8]]
  /// How many bytes a field has at most.
  let most: Int

  init(_ table: Table, _ index: Int) {
    let column = table.schema.columns[index]
    values = table.values[index]
    kind = column.kind
    words = column.words.map { Array(ECSVWriter.field($0).utf8) }
    most = max(NumberBytes.most, words.reduce(0) { max($0, $1.count) })
  }

  /// Writes the field of a row.
  ///
  /// - Parameters:
  ///   - row: Which row.
  ///   - writer: Writes the numbers.
  ///   - start: A place with room for ``most`` bytes, and behind them for what a number needs.
  /// - Returns: Where it ends.
  @inline(__always)
  func write(
    _ row: Int, by writer: NumberBytes.Writer, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let value = values[row]
    if value.isNaN { return Self.copy("\"\"", to: start) }
    switch kind {
    case .real: return writer.write(value, at: start)
    case .integer: return writer.write(Int(value), at: start)
    case .flag: return Self.copy(value == 0 ? "False" : "True", to: start)
    case .word:
      let word = words[Int(value)]
      word.withUnsafeBufferPointer { bytes in
        guard let first = bytes.baseAddress else { return }
        start.update(from: first, count: bytes.count)
      }
      return start + word.count
    }
  }

  private static func copy(
    _ text: StaticString, to start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    start.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    return start + text.utf8CodeUnitCount
  }
}
