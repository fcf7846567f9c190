import Tables
import TestKit
import Testing

@Suite("Groups of rows", .limited)
struct RowGroupsTests {
  @Test func comeInTheOrderOfTheirFirstRow() {
    let groups = RowGroups(by: [[2, 1, 2, 3, 1]], among: 0..<5)
    #expect(groups.keys == [[2], [1], [3]])
    #expect(groups.rows == [[0, 2], [1, 4], [3]])
  }

  @Test func tellRowsApartByEveryColumn() {
    let groups = RowGroups(by: [[1, 1, 2, 1], [5, 6, 5, 5]], among: 0..<4)
    #expect(groups.keys == [[1, 5], [1, 6], [2, 5]])
    #expect(groups.rows == [[0, 3], [1], [2]])
  }

  @Test func areOneWithoutColumns() {
    #expect(RowGroups(by: [], among: [3, 1]).rows == [[3, 1]])
    #expect(RowGroups(by: [], among: [Int]()).rows == [[]])
    #expect(RowGroups(by: [[1, 2]], among: [Int]()).rows == [])
  }

  @Test func holdOnlyTheRowsThatTakePart() {
    #expect(RowGroups(by: [[1, 2, 1, 2]], among: [3, 2]).rows == [[3], [2]])
  }

  @Test func stayWhereTheyLoseAllTheirRows() {
    let groups = RowGroups(by: [[2, 1, 2, 3, 1]], among: 0..<5).keeping { $0 == 0 || $0 == 3 }
    #expect(groups.keys == [[2], [1], [3]])
    #expect(groups.rows == [[0], [], [3]])
  }

  @Test func areSpreadOverKeysThatHaveNone() {
    let groups = RowGroups(by: [[2, 1, 2, 4]], among: 0..<4).spread(over: [[1], [3], [2]])
    #expect(groups.keys == [[1], [3], [2], [4]])
    #expect(groups.rows == [[1], [], [0, 2], [3]])
    #expect(RowGroups(by: [[-0.0]], among: 0..<1).spread(over: [[0]]).rows == [[0]])
  }

  @Test func putBothZerosTogetherAndTheMissingToo() {
    let groups = RowGroups(by: [[0, -0.0, .nan, 1, .nan]], among: 0..<5)
    #expect(groups.rows == [[0, 1], [2, 4], [3]])
  }
}
