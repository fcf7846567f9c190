import Runs
import Steps
import TestKit
import Testing

@Suite("The line of costs", .limited)
struct CostLineTests {
  /// Cells, galaxies and models of a plan.
  private static let orders = [
    UnitOrder(cells: 121, galaxies: 175, models: 5), UnitOrder(cells: 1, galaxies: 3, models: 2),
    UnitOrder(cells: 8, galaxies: 1, models: 1), UnitOrder(cells: 10_201, galaxies: 40, models: 2),
    UnitOrder(cells: 3, galaxies: 17, models: 1), UnitOrder(cells: 0, galaxies: 5, models: 1),
    UnitOrder(cells: 9, galaxies: 0, models: 1),
  ]

  /// A line with costs from a seed, of which some are a thousand times those of others.
  private func line(_ order: UnitOrder, seed: UInt64, isSideBySide: Bool) -> CostLine {
    CostLine(order) { cells in
      var generator = SeededGenerator(seed: seed)
      return (0..<order.unitsPerCell).map { _ in
        Int.random(in: 1...1000, using: &generator) * (isSideBySide ? 1 : cells)
      }
    }
  }

  @Test(arguments: orders, [1, 2, 3, 7, 64, 1001])
  func isDividedIntoDisjointAndCompleteParts(order: UnitOrder, count: Int) throws {
    for seed in 0..<3 {
      let line = line(order, seed: UInt64(seed), isSideBySide: seed != 1)
      var next = 0
      for index in 1...count {
        let units = line.units(of: try #require(Shard(index, of: count)))
        #expect(units.lowerBound == next)
        if let last = units.last {
          #expect(line.part(holding: units.lowerBound, among: count) == index)
          #expect(line.part(holding: last, among: count) == index)
          // No part tears the cells that are fitted together.
          #expect(
            order.cells < 16
              || order.groups(in: units).allSatisfy {
                [1, 8].contains($0.units.count)
              })
        }
        next = units.upperBound
      }
      #expect(next == order.unitCount)
    }
  }

  /// No part is farther from an even share than the largest grain.
  @Test(arguments: [2, 3, 7, 64], 0..<4)
  func isDividedEvenly(count: Int, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let order = UnitOrder(
      cells: Int.random(in: 1...300, using: &generator),
      galaxies: Int.random(in: 20...200, using: &generator),
      models: Int.random(in: 1...5, using: &generator))
    let line = line(order, seed: seed, isSideBySide: seed % 2 == 0)
    var again = SeededGenerator(seed: seed)
    let costs = (0..<order.unitsPerCell).map { _ in Int.random(in: 1...1000, using: &again) }
    func cost(_ units: Range<Int>) -> Double {
      order.groups(in: units).reduce(0) { sum, group in
        let cells = order.cells(ofBlock: group.cells.lowerBound / UnitOrder.lanes).count
        let cost = costs[group.galaxy * order.models + group.model]
        let share = Double(group.units.count) / Double(cells)
        return sum + Double(cost) * share * (seed % 2 == 0 ? 1 : Double(cells))
      }
    }
    let grains = (0..<order.grainCount).map { cost(order.units(ofGrains: $0..<($0 + 1))) }
    let (even, largest) = (grains.reduce(0, +) / Double(count), grains.reduce(0, max))
    for index in 1...count {
      let part = cost(line.units(of: try #require(Shard(index, of: count))))
      #expect(abs(part - even) <= largest * 1.0001)
    }
  }

  @Test func isDividedIntoAnyNumberOfParts() throws {
    let order = UnitOrder(cells: 121, galaxies: 175, models: 5)
    let line = line(order, seed: 1, isSideBySide: true)
    let last = line.units(of: try #require(Shard(.max, of: .max)))
    #expect(last.isEmpty)
    #expect(line.part(holding: order.unitCount - 1, among: .max) < .max)
  }

  /// What is too long for a number is divided by the number of units.
  @Test func isDividedHoweverLongItIs() throws {
    let order = UnitOrder(cells: 1 << 30, galaxies: 64, models: 1)
    let line = CostLine(order) { _ in [Int](repeating: .max / 100, count: 64) }
    let half = line.units(of: try #require(Shard(1, of: 2)))
    #expect(half.upperBound == order.unitCount / 2)
  }
}
