/// The records of a plan as far as they are known.
package struct UnitRecords: Sendable {
  package let layout: RecordLayout
  /// The records of each computation, NaN where they are not known; shape
  /// `[computations][units × width]`.
  package private(set) var values: [[Double]]
  /// Which units are known; shape `[computations][units]`.
  private var isKnown: [[Bool]]
  /// How many units are known.
  package private(set) var count = 0

  /// Nothing known yet.
  package init(_ layout: RecordLayout) {
    self.layout = layout
    values = layout.shapes.map {
      [Double](repeating: .nan, count: $0.unitCount * $0.recordWidth)
    }
    isKnown = layout.shapes.map { [Bool](repeating: false, count: $0.unitCount) }
  }

  /// Whether every unit is known.
  package var isComplete: Bool { count == layout.unitCount }

  /// How many units of a part are known.
  package func count(in shard: Shard) -> Int {
    shard == .whole
      ? count
      : zip(layout.shapes, isKnown).reduce(0) { total, item in
        total + item.1[shard.units(of: item.0.order)].count { $0 }
      }
  }

  /// The units of a part that are not known, a list of ranges for each computation.
  package func missing(in shard: Shard = .whole) -> [[Range<Int>]] {
    zip(layout.shapes, isKnown).map { shape, isKnown in
      var gaps: [Range<Int>] = []
      let units = shard.units(of: shape.order)
      var start = units.lowerBound
      while start < units.upperBound {
        guard !isKnown[start] else {
          start += 1
          continue
        }
        var end = start + 1
        while end < units.upperBound, !isKnown[end] { end += 1 }
        gaps.append(start..<end)
        start = end
      }
      return gaps
    }
  }

  /// Takes in the records of a piece, one after the other.
  mutating func take(_ piece: UnitPiece, _ records: [Double]) {
    let start = piece.units.lowerBound * layout.shapes[piece.computation].recordWidth
    values[piece.computation].replaceSubrange(start..<(start + records.count), with: records)
    note(piece)
  }

  /// Lets a body write records of one computation.
  ///
  /// - Parameters:
  ///   - computation: Which one.
  ///   - body: Writes the records of some units and returns these units.
  mutating func write(
    _ computation: Int, _ body: (UnsafeMutableBufferPointer<Double>) -> [UnitPiece]
  ) {
    let written = values[computation].withUnsafeMutableBufferPointer { body($0) }
    for piece in written { note(piece) }
  }

  /// Remembers that units are known.
  private mutating func note(_ piece: UnitPiece) {
    for unit in piece.units where !isKnown[piece.computation][unit] {
      isKnown[piece.computation][unit] = true
      count += 1
    }
  }
}
