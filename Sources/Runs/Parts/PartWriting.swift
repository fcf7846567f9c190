import Steps

/// The writing of a part: a file that has its name only when it is whole and on the disk.
///
/// A part is a log with one more thing: the seal at its end.
struct PartWriting {
  let head: RecordLogHead
  /// The units of the part, a range for each computation.
  let units: [Range<Int>]

  /// Writes the part; what had its name is gone.
  ///
  /// - Parameters:
  ///   - records: All records of the part at least.
  ///   - path: Where it belongs.
  /// - Throws: ``FileError``; nothing of the part is left then.
  func write(_ records: UnitRecords, to path: String) throws(FileError) {
    let layout = head.layout
    let file = try NewFile(at: path)
    var seal = PartSeal(head)
    try file.append(RecordWords.bytes(head.words))
    for piece in UnitPiece.cut(units.map { [$0] }, layout) {
      let slice = try records.slice(piece.units, of: piece.computation)
      let block = slice.values.withUnsafeBufferPointer {
        RecordBlock.bytes(piece, $0, seed: layout.seed)
      }
      let words = RecordWords(block)
      seal.add(words[words.count - 1], units: piece.units.count)
      try file.append(block)
    }
    try file.append(RecordWords.bytes(seal.words))
    try file.replace()
  }
}
