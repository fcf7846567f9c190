/// Where the bytes of a row belong, as a header declares its columns.
struct MRTLayout {
  private struct Column {
    let bytes: Range<Int>
    let isText: Bool
    let width: Int
    let missingMark: String?
  }

  /// What one pass over a row finds.
  struct Scan {
    var fields: [FieldTable.Field]
    /// Whether text stands outside the columns, or no number in a column of numbers.
    var contradicts = false
    /// How many words the row has.
    var words = 0
    /// Whether each word could be the field of its column.
    var wordsFit = true
    /// Whether a word runs across a border.
    var cutsWord = false
  }

  private let columns: [Column]
  /// Whether some column has a byte of a row.
  private let declared: [Bool]
  /// Whether a column ends before a byte of a row.
  private let borders: [Bool]

  init(_ columns: [MRTColumn]) {
    self.columns = columns.map {
      Column(bytes: $0.bytes, isText: $0.isText, width: $0.width, missingMark: $0.missingMark)
    }
    let width = columns.map(\.bytes.upperBound).reduce(0, max)
    var declared = [Bool](repeating: false, count: width)
    var borders = [Bool](repeating: false, count: width + 1)
    for column in columns {
      for byte in column.bytes { declared[byte] = true }
      borders[column.bytes.upperBound] = true
    }
    (self.declared, self.borders) = (declared, borders)
  }

  /// Whether a byte of a row belongs to a column.
  func isDeclared(_ position: Int) -> Bool { position < declared.count && declared[position] }

  /// Reads a row.
  ///
  /// - Parameters:
  ///   - line: The bytes of the row.
  ///   - bytes: Those of the file.
  /// - Returns: Its fields, and what speaks against the header.
  func scan(_ line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Scan {
    var scan = Scan(fields: [])
    scan.fields.reserveCapacity(columns.count)
    for column in columns {
      let field = field(column, in: line, of: bytes)
      if !column.isText, field.decimal == nil, !field.text.isEmpty { scan.contradicts = true }
      scan.fields.append(field)
    }
    var offset = line.lowerBound
    while offset < line.upperBound {
      if bytes[offset].isBlank {
        offset += 1
        continue
      }
      let start = offset
      while offset < line.upperBound, !bytes[offset].isBlank {
        let position = offset - line.lowerBound
        if !isDeclared(position) { scan.contradicts = true }
        if offset > start, position < borders.count, borders[position] { scan.cutsWord = true }
        offset += 1
      }
      if scan.wordsFit {
        scan.wordsFit = fits(scan.words, start..<offset, of: bytes, scan.fields)
      }
      scan.words += 1
    }
    return scan
  }

  /// Whether a word could be the field of the column at its position.
  private func fits(
    _ position: Int, _ word: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>,
    _ fields: [FieldTable.Field]
  ) -> Bool {
    guard position < columns.count, word.count <= columns[position].width else { return false }
    // Where the bytes are right, the word is the field, whose number is known.
    if fields[position].decimal != nil, fields[position].span == word { return true }
    return columns[position].isText
      || DecimalNumber.value(of: UnsafeBufferPointer(rebasing: bytes[word])) != nil
  }

  private func field(
    _ column: Column, in line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>
  ) -> FieldTable.Field {
    let start = min(line.lowerBound + column.bytes.lowerBound, line.upperBound)
    let end = min(line.lowerBound + column.bytes.upperBound, line.upperBound)
    var (first, last) = (start, end)
    while first < last, bytes[first].isBlank { first += 1 }
    while last > first, bytes[last - 1].isBlank { last -= 1 }
    guard first < last else { return FieldTable.Field(text: "", span: start..<end, decimal: nil) }
    let content = UnsafeBufferPointer(rebasing: bytes[first..<last])
    let text = String(decoding: content, as: UTF8.self)
    guard text != column.missingMark else {
      return FieldTable.Field(text: "", span: first..<last, decimal: nil)
    }
    return FieldTable.Field(
      text: text, span: first..<last, decimal: DecimalNumber.value(of: content))
  }
}
