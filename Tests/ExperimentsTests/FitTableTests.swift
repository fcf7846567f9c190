import Plans
import Steps
import Tables
import TestKit
import Testing

@Suite("The table of fits", .limited)
struct FitTableTests {
  /// A record for each unit: values and errors of the parameters, status, bounds and what follows.
  private static func table(_ plan: Plan, _ record: (Int) -> [Double]) throws -> Table {
    let width = plan.computations[0].recordWidth
    let records = (0..<plan.unitCount).flatMap { unit in
      let own = record(unit)
      return own + [Double](repeating: .nan, count: width - own.count)
    }
    return try #require(plan.results(from: [records]).tables["fits"])
  }

  private static func words(_ table: Table, _ column: String) throws -> [String] {
    let index = try #require(table.schema.index(of: column))
    return (0..<table.rowCount).map { table.text(row: $0, column: index) }
  }

  @Test func hasCellsThenGalaxiesThenModels() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(
        #""grid": {"upsilon_disk": [0.2, 0.5]}, "cuts": {"galaxies": ["galaxy != 'Beta'"]}"#))
    let table = try Self.table(plan) { [Double($0)] }
    #expect(
      table.schema.keys == ["upsilon_disk", "upsilon_bulge", "upsilon_gas", "galaxy", "model"])
    #expect(table["upsilon_disk"] == [0.2, 0.2, 0.2, 0.2, 0.5, 0.5, 0.5, 0.5])
    #expect(try Self.words(table, "galaxy").prefix(4) == ["Alpha", "Alpha", "Gamma", "Gamma"])
    #expect(try Self.words(table, "model").prefix(2) == ["linear", "rational-taper"])
    #expect(try Self.words(table, "method").prefix(2) == ["v1_fixed_ML", "v1_rational_taper"])
    // Units have the cells of a galaxy and model side by side.
    #expect(table["omega"] == [0, 2, 4, 6, 1, 3, 5, 7])
  }

  @Test func namesTheBoundsThatParametersLieOn() throws {
    let plan = try MadeUp.plan(MadeUp.spec(models: #"["rational-taper", "linear"]"#))
    // Bit 0 is the lower bound of the first parameter, bit 1 the upper, bits 2 and 3 of the second.
    let bits: [Double] = [0, 0, 1, 1, 2, 2]
    let table = try Self.table(plan) { [1, 0.1, 5, 0.2, 1, bits[$0]] }
    #expect(
      try Self.words(table, "bound") == [
        "", "", "omega lower", "omega lower", "omega upper", "omega upper",
      ])
    let tapers = try MadeUp.plan(MadeUp.spec(models: #"["rational-taper"]"#))
    let more = try Self.table(tapers) { [1, 0.1, 5, 0.2, 1, [4, 8, 9][$0]] }
    #expect(try Self.words(more, "bound") == ["r_t lower", "r_t upper", "omega lower, r_t upper"])
  }

  @Test func leavesOutTheParametersThatAnAxisFixes() throws {
    let plan = try MadeUp.plan(MadeUp.spec(#""grid": {"r_t": [2, 5]}"#))
    let table = try Self.table(plan) { _ in [] }
    #expect(table.schema.axes == ["upsilon_disk", "upsilon_bulge", "upsilon_gas", "r_t"])
    #expect(table.schema["omega"] != nil)
    #expect(table.schema["e_r_t"] == nil)
    #expect(table.schema.columns.count { $0.name == "r_t" } == 1)
  }

  @Test func isFilledByTheFits() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(#""grid": {"upsilon_disk": [1]}"#, models: #"["linear"]"#))
    let table = try #require(plan.computed().tables["fits"])
    // Speeds of 10 a point, 5 of them from the disk: 5 km/s remain at each step of the radius.
    let omega = try #require(table["omega"])
    for (found, wanted) in zip(omega, [5, 2.5, 10]) {
      #expect(found.isNear(wanted, relative: 1e-12))
    }
    #expect(try Self.words(table, "status") == ["interior", "interior", "interior"])
    #expect(table["dof"] == [5, 3, 1])
    #expect(table["points"] == [6, 4, 2])
    #expect(try Self.words(table, "v_obs_below_v_bary") == ["false", "false", "false"])
  }

  @Test func goesWithATableOfBoundsThatDependOnTheGalaxy() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(#""bounds": {"r_t": [0.5, "5*r_max"]}, "cuts": {"galaxies": ["points > 2"]}"#))
    let bounds = try #require(plan.computed().tables["bounds"])
    #expect(bounds.header == "galaxy model parameter lower upper lower_rule upper_rule")
    #expect(
      bounds.lines == [
        "Alpha rational-taper r_t 0.5 30.0 0.5 5 * r_max",
        "Beta rational-taper r_t 0.5 40.0 0.5 5 * r_max",
      ])
    #expect(try MadeUp.plan(MadeUp.spec()).computed().tables["bounds"] == nil)
  }
}
