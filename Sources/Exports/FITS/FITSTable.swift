import Tables

/// A binary table of a FITS file: a head and a body, each in blocks of 2,880 bytes.
struct FITSTable {
  static let block = 2880
  /// How many columns a table has at most.
  static let mostColumns = 999

  private let table: ExportedTable
  private let columns: [FITSColumn]
  /// Bytes of a row.
  private let width: Int

  init(_ table: ExportedTable) {
    self.table = table
    columns = table.schema.columns.indices.map { FITSColumn(table, $0) }
    width = columns.reduce(0) { $0 + $1.width }
  }

  /// Writes head and body.
  ///
  /// The head has the sum of the body, so that the body is made twice, and never kept.
  ///
  /// - Throws: What the sink or reading rows throws.
  func write(to sink: ([UInt8]) throws -> Void) throws {
    var sum = FITSChecksum()
    try body { sum.add($0) }
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
  private func body(to sink: ([UInt8]) throws -> Void) throws {
    var rest: [UInt8] = []
    let share = max(1, (1 << 18) / max(1, width))
    try table.forEachPart { part in
      for start in stride(from: 0, to: part.rowCount, by: share) {
        var piece = bytes(part.part(start..<min(start + share, part.rowCount)), after: rest)
        rest = Array(piece.suffix(piece.count % 4))
        piece.removeLast(rest.count)
        try sink(piece)
      }
    }
    let excess = table.rowCount * width % Self.block
    let fill = excess == 0 ? 0 : Self.block - excess
    try sink(rest + [UInt8](repeating: 0, count: fill))
  }

  /// The bytes of some rows behind others.
  private func bytes(_ rows: Table, after others: [UInt8]) -> [UInt8] {
    let count = others.count + rows.rowCount * width
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let start = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
      for (place, byte) in others.enumerated() { buffer[place] = byte }
      var place = start + others.count
      for (column, values) in zip(columns, rows.values) {
        column.store(values, at: place, every: width)
        place += column.width
      }
      initialized = count
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
