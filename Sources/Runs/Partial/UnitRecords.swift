package import Steps

/// Which records of a plan are known, and where they stand.
///
/// The records themselves stay in the logs, from which they are read when they are needed.
package struct UnitRecords: Sendable {
  package let layout: RecordLayout
  private let seed: UInt64
  /// What is known of each computation; shape `[computations]`.
  private var maps: [UnitMap]

  /// Nothing known yet.
  package init(_ layout: RecordLayout) {
    self.layout = layout
    seed = layout.seed
    maps = layout.shapes.map { UnitMap($0.unitCount) }
  }

  /// How many units are known.
  package var count: Int { maps.reduce(0) { $0 + $1.count } }

  /// Whether every unit is known.
  package var isComplete: Bool { count == layout.unitCount }

  /// How many of some units are known.
  ///
  /// - Parameter units: A range for each computation.
  /// - Returns: Their number.
  package func count(in units: [Range<Int>]) -> Int {
    zip(units, maps).reduce(0) { $0 + $1.1.count(in: $1.0) }
  }

  /// Those of some units that are not known, a list of ranges for each computation.
  ///
  /// - Parameter units: A range for each computation.
  /// - Returns: The gaps.
  package func missing(in units: [Range<Int>]) -> [[Range<Int>]] {
    zip(units, maps).map { $1.gaps(in: $0) }
  }

  /// All units that are not known.
  package func missing() -> [[Range<Int>]] {
    missing(in: layout.shapes.map { 0..<$0.unitCount })
  }

  /// Remembers where the records of a piece stand.
  mutating func take(_ computation: Int, at place: RecordPlace) {
    maps[computation].insert(place)
  }

  /// Reads the records of some units, those that are not known as missing values.
  ///
  /// - Parameters:
  ///   - units: Which ones.
  ///   - computation: The computation they are of.
  /// - Returns: The records.
  /// - Throws: ``FileError`` if a log cannot be read, or is not what it was.
  package func slice(
    _ units: Range<Int>, of computation: Int
  ) throws(FileError) -> RecordSlice {
    let width = layout.shapes[computation].recordWidth
    var values = [Double](repeating: .nan, count: units.count * width)
    var (file, block) = (OpenFile?.none, (place: RecordPlace?.none, words: RecordWords([])))
    for entry in maps[computation].entries(in: units) {
      let place = entry.place
      if block.place != place {
        let open = if let file, file.path == place.log { file } else { try OpenFile(place.log) }
        let size = RecordBlock.size(of: place.units.count * width)
        block = (place, RecordWords(try open.bytes(from: place.offset, count: size)))
        file = open
        let found = RecordBlock(at: 0, of: block.words, layout, seed: seed)
        guard found?.piece == UnitPiece(computation: computation, units: place.units) else {
          throw FileError("read", place.log, "it has changed while it was in use")
        }
      }
      let start = RecordBlock.headLength + (entry.units.lowerBound - place.units.lowerBound) * width
      block.words.copy(
        start..<(start + entry.units.count * width), into: &values,
        at: (entry.units.lowerBound - units.lowerBound) * width)
    }
    return RecordSlice(units, width: width, values)
  }
}
