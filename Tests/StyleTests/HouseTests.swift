import TestKit
import Testing
import upsilon_house

/// The plan of the package itself.
@Suite("House", .limited)
struct HouseTests {
  static let house = try? UpsilonHouse.house(at: SourceTree.root)

  @Test func hasEveryModuleAsAFloor() throws {
    let floors = try #require(Self.house).floors
    #expect(floors.count > 8)
    // What is written in C has no rooms in Swift.
    let inSwift = floors.filter { !SourceTree.files("Sources/\($0.name)").isEmpty }
    #expect(inSwift.count > 8)
    #expect(inSwift.filter { $0.rooms.isEmpty }.map(\.name) == [])
  }

  @Test func leadsOnlyDownFromModuleToModule() throws {
    #expect(try #require(Self.house).climbs == [])
  }

  @Test(arguments: house?.floors ?? [])
  func hasTheFoldersOfAModuleInALine(floor: Floor) {
    let edges = floor.circles.flatMap { passage in
      passage.uses.map { "\(passage.from) -> \(passage.to): \($0)" }
    }
    #expect(edges == [])
  }
}
