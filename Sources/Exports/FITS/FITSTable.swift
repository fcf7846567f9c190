import Tables

/// A binary table of a FITS file: a head and a body, each in blocks of 2,880 bytes.
struct FITSTable {
  static let block = 2880
  /// How many columns a table has at most.
  static let mostColumns = 999

  private let table: Table
  private let columns: [FITSColumn]
  /// Bytes of a row.
  private let width: Int

  init(_ table: Table) {
    self.table = table
    columns = table.schema.columns.indices.map { FITSColumn(table, $0) }
    width = columns.reduce(0) { $0 + $1.width }
  }

  /// Writes head and body.
  ///
  /// The head has the sum of the body, so that the body is made twice, and never kept.
  func write(to sink: ([UInt8]) throws -> Void) throws {
    var sum = FITSChecksum()
    body { sum.add($0) }
    try sink(Self.summed(head, sum))
    try body(to: sink)
  }

  /// The first unit of a file, which has no data.
  static func primary(_ source: String) -> [UInt8] {
    let cards =
      FITSCard.value("SIMPLE", "T", "conforms to the FITS standard")
      + FITSCard.value("BITPIX", "8", "bits of a value") + FITSCard.value("NAXIS", "0", "no data")
      + FITSCard.value("EXTEND", "T", "tables follow") + FITSCard.text("ORIGIN", "Upsilon")
      + FITSCard.comment(source)
    return summed(cards, FITSChecksum())
  }

  /// The body in pieces, each a multiple of four bytes.
  private func body(to sink: ([UInt8]) throws -> Void) rethrows {
    // Four rows are a multiple of four bytes, however long one is.
    let share = max(4, (1 << 18) / max(1, width) / 4 * 4)
    for start in stride(from: 0, to: table.rowCount, by: share) {
      let end = min(start + share, table.rowCount)
      let excess = end < table.rowCount ? 0 : end * width % Self.block
      let fill = excess == 0 ? 0 : Self.block - excess
      try sink(bytes(start..<end, filledBy: fill))
    }
  }

  private func bytes(_ rows: Range<Int>, filledBy fill: Int) -> [UInt8] {
    let length = rows.count * width
    return [UInt8](unsafeUninitializedCapacity: length + fill) { buffer, count in
      guard let start = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
      var place = start
      for column in columns {
        column.store(rows, at: place, every: width)
        place += column.width
      }
      (start + length).initializeMemory(as: UInt8.self, repeating: 0, count: fill)
      count = length + fill
    }
  }

  private var head: [UInt8] {
    var cards =
      FITSCard.text("XTENSION", "BINTABLE") + FITSCard.value("BITPIX", "8", "bits of a byte")
      + FITSCard.value("NAXIS", "2", "a table")
      + FITSCard.value("NAXIS1", "\(width)", "bytes of a row")
      + FITSCard.value("NAXIS2", "\(table.rowCount)", "rows")
      + FITSCard.value("PCOUNT", "0", "no heap") + FITSCard.value("GCOUNT", "1", "one group")
      + FITSCard.value("TFIELDS", "\(columns.count)", "columns")
      + FITSCard.text("EXTNAME", table.name)
    let names = ASCIIText.names(table.schema.columns.map(\.name))
    for (index, schema) in table.schema.columns.enumerated() {
      let (number, column) = (index + 1, columns[index])
      cards += FITSCard.text("TTYPE\(number)", names[index])
      cards += FITSCard.text("TFORM\(number)", column.format)
      if !schema.unit.isEmpty {
        cards += FITSCard.text("TUNIT\(number)", UnitText.fits(schema.unit))
      }
      if let null = column.null { cards += FITSCard.value("TNULL\(number)", null, "missing") }
      cards += FITSCard.text("TCOMM\(number)", schema.summary)
      if names[index] != schema.name {
        cards += FITSCard.comment("column \(number) is '\(schema.name)'")
      }
    }
    return cards
  }

  /// Cards with the sums of a unit, filled up to whole blocks.
  private static func summed(_ cards: [UInt8], _ body: FITSChecksum) -> [UInt8] {
    func full(_ checksum: String) -> [UInt8] {
      let all =
        cards + FITSCard.text("CHECKSUM", checksum) + FITSCard.text("DATASUM", "\(body.value)")
        + FITSCard.line("END")
      let excess = all.count % block
      return all + [UInt8](repeating: 0x20, count: excess == 0 ? 0 : block - excess)
    }
    var sum = FITSChecksum()
    sum.add(full(String(repeating: "0", count: 16)))
    sum.add(body)
    return full(sum.encoded)
  }
}
