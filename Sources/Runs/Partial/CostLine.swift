package import Steps

/// The units of a computation laid out in their order, each as long as it takes to compute.
///
/// It takes memory for the galaxies and models of a block, not for each unit.
package struct CostLine: Sendable {
  /// More than the costs of any plan; what would be longer is divided by the number of units.
  private static let longest = Int.max / 8

  package let order: UnitOrder
  /// What lies before each group of a block of eight cells, and before the end; shape
  /// `[galaxies × models + 1]`.
  private let whole: [Int]
  /// The same of the last block where it is narrower.
  private let last: [Int]

  /// - Parameter computation: What computes the units.
  init(_ computation: any Computation) {
    self.init(computation.order) { computation.costs(ofCells: $0) }
  }

  /// - Parameters:
  ///   - order: How the units are numbered.
  ///   - costs: What the groups of some cells of a block take; shape `[galaxies × models]`.
  package init(_ order: UnitOrder, costs: (_ cells: Int) -> [Int]) {
    self.order = order
    let rest = order.cells % UnitOrder.lanes
    if let whole = Self.ends(costs(UnitOrder.lanes)), let last = Self.ends(costs(rest)),
      Self.isShort(whole, blocks: order.blockCount), Self.isShort(last, blocks: 1)
    {
      (self.whole, self.last) = (whole, last)
    } else {
      let groups = order.unitsPerCell
      whole = (0...groups).map { UnitOrder.lanes * UnitOrder.lanes * $0 }
      last = (0...groups).map { UnitOrder.lanes * rest * $0 }
    }
  }

  /// The sums of costs, each long enough that every unit of a group has a part of it; `nil` if they
  /// are too large.
  private static func ends(_ costs: [Int]) -> [Int]? {
    var ends = [0]
    for cost in costs {
      let (length, isLong) = UnitOrder.lanes.multipliedReportingOverflow(by: max(1, cost))
      let (end, isTooLong) = length.addingReportingOverflow(ends[ends.count - 1])
      guard !isLong, !isTooLong else { return nil }
      ends.append(end)
    }
    return ends
  }

  private static func isShort(_ ends: [Int], blocks: Int) -> Bool {
    let (length, isLong) = (blocks + 1).multipliedReportingOverflow(by: ends[ends.count - 1])
    return !isLong && length <= longest
  }

  /// How long all units are.
  var length: Int { start(ofUnit: order.unitCount) }

  /// What lies before a unit.
  private func start(ofUnit unit: Int) -> Int {
    let perBlock = UnitOrder.lanes * order.unitsPerCell
    guard perBlock > 0 else { return 0 }
    let (block, offset) = unit.quotientAndRemainder(dividingBy: perBlock)
    let isWhole = block < order.cells / UnitOrder.lanes
    let (ends, cells) =
      isWhole ? (whole, UnitOrder.lanes) : (last, order.cells % UnitOrder.lanes)
    let before = block * whole[whole.count - 1]
    guard cells > 0 else { return before }
    let (group, cell) = offset.quotientAndRemainder(dividingBy: cells)
    guard cell > 0 else { return before + ends[group] }
    return before + ends[group] + (ends[group + 1] - ends[group]) * cell / cells
  }

  // MARK: Parts

  /// The units of a part: whole grains.
  ///
  /// A grain belongs to the part in which its middle lies, so parts are contiguous, and differ from
  /// an even share by half a grain at either end at most; with more parts than grains some are
  /// empty.
  package func units(of shard: Shard) -> Range<Int> {
    order.units(
      ofGrains: firstGrain(
        behind: shard.index - 1, of: shard.count)..<firstGrain(behind: shard.index, of: shard.count)
    )
  }

  /// The part that holds a unit.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - count: How many parts there are.
  /// - Returns: The index of the part, from 1.
  package func part(holding unit: Int, among count: Int) -> Int {
    part(ofGrain: order.grain(of: unit), among: count, length)
  }

  private func part(ofGrain grain: Int, among count: Int, _ length: Int) -> Int {
    let units = order.units(ofGrains: grain..<(grain + 1))
    let twiceTheMiddle = start(ofUnit: units.lowerBound) + start(ofUnit: units.upperBound)
    return (2 * length).dividingFullWidth(twiceTheMiddle.multipliedFullWidth(by: count)).quotient
      + 1
  }

  /// The first grain that lies behind a part; the number of grains if none does.
  private func firstGrain(behind part: Int, of count: Int) -> Int {
    let length = length
    var (low, high) = (0, order.grainCount)
    while low < high {
      let middle = low + (high - low) / 2
      if self.part(ofGrain: middle, among: count, length) <= part {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
