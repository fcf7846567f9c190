import Runs
import TestKit
import Testing

@Suite("The map of units", .limited)
struct UnitMapTests {
  private func place(_ units: Range<Int>) -> RecordPlace {
    RecordPlace(log: "log \(units)", offset: units.lowerBound, units: units)
  }

  @Test func knowsWhatWasTaken() {
    var map = UnitMap(20_000)
    #expect(map.gaps(in: 0..<20_000) == [0..<20_000])
    map.insert(place(4000..<9000))
    map.insert(place(10..<20))
    #expect(map.count == 5010)
    #expect(map.gaps(in: 0..<20_000) == [0..<10, 20..<4000, 9000..<20_000])
    #expect(map.gaps(in: 15..<4001) == [20..<4000])
    #expect(map.gaps(in: 4000..<9000).isEmpty)
    #expect(map.count(in: 0..<4100) == 110)
    #expect(map.entries(in: 4090..<4100).map(\.units) == [4090..<4096, 4096..<4100])
  }

  /// Any ranges in any order: each unit keeps the place that it was first given.
  @Test(arguments: 0..<20)
  func keepsWhatItKnows(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var map = UnitMap(9000)
    var known = [RecordPlace?](repeating: nil, count: 9000)
    for _ in 0..<60 {
      let start = Int.random(in: 0..<9000, using: &generator)
      let units = start..<min(9000, start + Int.random(in: 1..<1500, using: &generator))
      map.insert(place(units))
      for unit in units where known[unit] == nil { known[unit] = place(units) }
    }
    #expect(map.count == known.count { $0 != nil })
    var found = [RecordPlace?](repeating: nil, count: 9000)
    for entry in map.entries(in: 0..<9000) {
      for unit in entry.units { found[unit] = entry.place }
    }
    #expect(found == known)
    #expect(
      map.gaps(in: 0..<9000).flatMap { Array($0) } == known.indices.filter { known[$0] == nil })
  }
}
