import Galaxies
import Plans
import Support
import Tables
import TestKit
import Testing

/// The step that the methodology announces: the mass-to-light ratio of the disk free within 0.3 to
/// 0.8.
@Suite(
  "A free mass-to-light ratio", .limited(minutes: 20), .slow,
  .enabled(if: PublishedFiles.exist, PublishedFiles.advice))
struct FreeUpsilonTests {
  private static func fits(_ upsilon: String, model: String) throws -> Table {
    let text = """
      {"upsilon": 1, "name": "free", "dataset": "sparc", "model": {"fit": ["\(model)"]},
       "cuts": {"galaxies": ["inclination >= 30", "points >= 10", "r_disk > 0"]},
       \(upsilon)}
      """
    let plan = try MadeUp.plan(text, dataset: PublishedFiles.dataset())
    return try #require(plan.computed().tables["fits"])
  }

  /// The steps of the grid; a debug build takes coarser ones, as each cell costs a second there.
  private static var step: String {
    #if DEBUG
      return "0.05"
    #else
      return "0.001"
    #endif
  }

  @Test(arguments: ["rational-taper-kRd", "quadrature"])
  func isNeverWorseThanAnyValueOfAGrid(model: String) throws {
    let free = try Self.fits(#""bounds": {"upsilon_disk": [0.3, 0.8]}"#, model: model)
    let grid = try Self.fits(
      #""grid": {"upsilon_disk": {"from": 0.3, "through": 0.8, "step": \#(Self.step)}}"#,
      model: model)
    #expect(free.rowCount == 118)
    let (found, upsilon) = (try #require(free["chi2"]), try #require(free["upsilon_disk"]))
    let (scanned, ratios) = (try #require(grid["chi2"]), try #require(grid["upsilon_disk"]))
    for galaxy in 0..<118 {
      let rows = stride(from: galaxy, to: grid.rowCount, by: 118)
      let least = try #require(rows.min { scanned[$0] < scanned[$1] })
      #expect(
        found[galaxy] <= scanned[least] * (1 + 1e-10) + 1e-9,
        "row \(galaxy): \(found[galaxy]) at \(upsilon[galaxy]), \(scanned[least]) at \(ratios[least])"
      )
      #expect((0.3...0.8).contains(upsilon[galaxy]))
    }
    let (dof, fixed) = (try #require(free["dof"]), try #require(grid["dof"]))
    #expect(dof == fixed.prefix(118).map { $0 - 1 })
  }
}
