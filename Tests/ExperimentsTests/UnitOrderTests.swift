import Steps
import TestKit
import Testing

@Suite("The numbers of units", .limited)
struct UnitOrderTests {
  private static let orders = [
    UnitOrder(cells: 1, galaxies: 1, models: 1), UnitOrder(cells: 3, galaxies: 2, models: 2),
    UnitOrder(cells: 8, galaxies: 3, models: 2), UnitOrder(cells: 9, galaxies: 2, models: 3),
    UnitOrder(cells: 121, galaxies: 5, models: 3), UnitOrder(cells: 130, galaxies: 1, models: 1),
    UnitOrder(cells: 2, galaxies: 40, models: 5), UnitOrder(cells: 20, galaxies: 3, models: 2),
  ]

  @Test func haveTheCellsOfAGalaxyAndModelSideBySide() {
    let order = UnitOrder(cells: 10, galaxies: 2, models: 2)
    let texts = (0..<order.unitCount).map { unit in
      "\(order[unit].cell)\("ab".map(\.description)[order[unit].galaxy])\(order[unit].model)"
    }
    #expect(texts[..<9] == ["0a0", "1a0", "2a0", "3a0", "4a0", "5a0", "6a0", "7a0", "0a1"])
    #expect(texts[30...32] == ["6b1", "7b1", "8a0"])
    #expect(texts[32...] == ["8a0", "9a0", "8a1", "9a1", "8b0", "9b0", "8b1", "9b1"])
  }

  @Test(arguments: orders)
  func areEachOfOnePlace(order: UnitOrder) {
    let units = 0..<order.unitCount
    #expect(units.allSatisfy { order.unit(of: order[$0]) == $0 })
    #expect(Set(units.map { order[$0] }).count == order.unitCount)
  }

  /// Cells turn slowest in a table, models fastest.
  @Test(arguments: orders)
  func standInRowsInAnotherOrder(order: UnitOrder) {
    let rows = 0..<order.unitCount
    let places = rows.map { order[order.unit(ofRow: $0)] }
    let numbers = places.map { ($0.cell * order.galaxies + $0.galaxy) * order.models + $0.model }
    #expect(numbers == Array(rows))
  }

  @Test(arguments: orders)
  func makeUpGroups(order: UnitOrder) {
    for units in [0..<order.unitCount, 1..<order.unitCount, 0..<(order.unitCount / 2), 0..<0] {
      let groups = Array(order.groups(in: units))
      #expect(groups.flatMap { Array($0.units) } == Array(units))
      for group in groups {
        let places = group.units.map { order[$0] }
        #expect(places.map(\.cell) == Array(group.cells))
        #expect(places.allSatisfy { $0.galaxy == group.galaxy && $0.model == group.model })
        #expect(group.cells.lowerBound / 8 == (group.cells.upperBound - 1) / 8)
      }
    }
  }

  @Test(arguments: orders)
  func fallIntoGrains(order: UnitOrder) {
    let grains = (0..<order.grainCount).map { order.units(ofGrains: $0..<($0 + 1)) }
    #expect(grains.flatMap { Array($0) } == Array(0..<order.unitCount))
    for (grain, units) in grains.enumerated() {
      #expect(units.allSatisfy { order.grain(of: $0) == grain })
    }
    #expect(order.units(ofGrains: 0..<order.grainCount) == 0..<order.unitCount)
  }

  /// Where there are groups enough, none is torn; few units are divided to the last.
  @Test func haveGrainsAsLargeAsTheyMayBe() {
    #expect(UnitOrder(cells: 121, galaxies: 5, models: 3).grainSize == 24)
    #expect(UnitOrder(cells: 2, galaxies: 40, models: 5).grainSize == 10)
    #expect(UnitOrder(cells: 8, galaxies: 3, models: 6).grainSize == 8)
    #expect(UnitOrder(cells: 3, galaxies: 2, models: 2).grainSize == 1)
  }

  @Test(arguments: orders, [0, 1, 7, 40, 256, 10_000])
  func areCutIntoPartsOfBlocksOrWholeOnes(order: UnitOrder, size: Int) {
    var start = 0
    let perBlock = 8 * order.unitsPerCell
    while start < order.unitCount {
      let part = order.part(holding: start, atMost: size)
      #expect(part.lowerBound == start)
      #expect(part.count <= max(size, order.grainSize))
      #expect(part.allSatisfy { order.part(holding: $0, atMost: size) == part })
      let isInOneBlock = start / perBlock == (part.upperBound - 1) / perBlock
      let isOfBlocks =
        start % perBlock == 0
        && (part.upperBound % perBlock == 0 || part.upperBound == order.unitCount)
      #expect(isInOneBlock || isOfBlocks)
      guard part.upperBound > start else { return }
      start = part.upperBound
    }
  }
}
