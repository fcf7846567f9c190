/// Which units of one computation are known, and where their records stand.
///
/// It takes memory for the blocks of logs, not for each unit.
package struct UnitMap: Sendable {
  /// Neighbouring units whose records stand in one block.
  package struct Entry: Sendable {
    package let units: Range<Int>
    package let place: RecordPlace
  }

  /// How many units are looked up together.
  private static let span = 4096

  private let unitCount: Int
  /// The entries in their order, each within one span; shape `[spans][entries]`.
  private var spans: [[Entry]]
  /// How many units are known.
  package private(set) var count = 0

  /// Nothing known yet.
  package init(_ unitCount: Int) {
    self.unitCount = unitCount
    spans = [[Entry]](repeating: [], count: (unitCount + Self.span - 1) / Self.span)
  }

  /// The entries of some units, cut to them, in order.
  package func entries(in units: Range<Int>) -> [Entry] {
    guard !units.isEmpty else { return [] }
    return (units.lowerBound / Self.span...(units.upperBound - 1) / Self.span).flatMap { span in
      spans[span].compactMap { entry -> Entry? in
        let common = entry.units.clamped(to: units)
        return common.isEmpty ? nil : Entry(units: common, place: entry.place)
      }
    }
  }

  /// How many of some units are known.
  package func count(in units: Range<Int>) -> Int {
    units == 0..<unitCount ? count : entries(in: units).reduce(0) { $0 + $1.units.count }
  }

  /// Those of some units that are not known, as few ranges as there can be.
  package func gaps(in units: Range<Int>) -> [Range<Int>] {
    var (gaps, start) = ([Range<Int>](), units.lowerBound)
    for entry in entries(in: units) {
      if start < entry.units.lowerBound { gaps.append(start..<entry.units.lowerBound) }
      start = entry.units.upperBound
    }
    if start < units.upperBound { gaps.append(start..<units.upperBound) }
    return gaps
  }

  /// Remembers where units are; what is known already stays.
  package mutating func insert(_ place: RecordPlace) {
    for gap in gaps(in: place.units) {
      count += gap.count
      var start = gap.lowerBound
      while start < gap.upperBound {
        let span = start / Self.span
        let end = min(gap.upperBound, (span + 1) * Self.span)
        let next = spans[span].firstIndex { $0.units.lowerBound > start }
        spans[span].insert(
          Entry(units: start..<end, place: place), at: next ?? spans[span].endIndex)
        start = end
      }
    }
  }
}
