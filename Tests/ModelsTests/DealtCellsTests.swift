import Galaxies
import Models
import Numerics
import TestKit
import Testing

/// The cells that a galaxy tells apart are fitted by eights; what becomes of them must not depend
/// on how they are dealt.
@Suite("Cells dealt into blocks", .limited)
struct DealtCellsTests {
  /// What is known of the cells to come tells which are fitted together, and no more.
  @Test(arguments: CellFitsTests.direct)
  func doNotDependOnTheGrid(_ name: String) throws {
    let law = try CellFitsTests.law(name)
    let ratios = (0..<11).map { 0.1 + 0.07 * Double($0) }
    // Half of the cells, far from the order of the grid, and some beside it.
    let cells = (0..<60).map { place in
      let number = 2 * place * 37 % 121
      return [ratios[number / 11], place % 9 == 4 ? 0.123 : ratios[number % 11]]
    }
    for galaxy in CellFitsTests.galaxies(law, 5) {
      var made = MadeCells(law, galaxy)
      let alone = cells.flatMap { made.fits([$0]) }
      for grid in [[ratios, ratios], [ratios, []], [Array(ratios.prefix(4)), ratios]] {
        made.grid = grid
        let dealt = made.fits(cells)
        #expect(dealt.map(\.bits) == alone.map(\.bits))
        for (cell, fit) in zip(cells, dealt) {
          #expect(try fit.get().quantities.galaxy.upsilonBulge == cell[1])
        }
      }
      let profiled = made.fits(Array(cells.prefix(12)), with: .intervals)
      for (cell, fit) in zip(cells, profiled) {
        #expect(fit.bits == made.fits([cell], with: .intervals)[0].bits)
        #expect(try fit.get().profile != nil)
      }
    }
  }
}
