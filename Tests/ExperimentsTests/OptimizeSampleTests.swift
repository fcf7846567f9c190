import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("The optimum of a sample", .limited)
struct OptimizeSampleTests {
  private static func results(
    _ optimize: String, grid: String = #"{"upsilon_disk": [0.5]}"#, methods: String = "{}"
  ) throws -> TableSet {
    try run(optimize, grid: grid, methods: methods).tables
  }

  private static func run(
    _ optimize: String, grid: String = #"{"upsilon_disk": [0.5]}"#, methods: String = "{}"
  ) throws -> RunResults {
    try OffsetGalaxy.results(
      RegressSampleTests.galaxies,
      OffsetGalaxy.spec(
        #""points": "all""#,
        #"""
        "grid": \#(grid), "methods": \#(methods),
          "analyses": [
            {"name": "fit", "regress": "offsets", "response": "offset", "terms": ["c_v"]},
            {"name": "joint", "optimize": "fit", \#(optimize)}
          ]
        """#))
  }

  /// Of eight galaxies two lose their points at Υ_disk = 0.25 / (ln 2)², half that of the others.
  private static let jump = 0.520_342_245_251_402

  @Test(arguments: [
    (#""maximize": "if(n == 8, upsilon_disk, 0)""#, "upper", 8.0, 6.0),
    (#""minimize": "if(n == 6, upsilon_disk, 2)""#, "lower", 6.0, 8.0),
  ])
  func saysThatItLiesOnAJump(goal: String, side: String, here: Double, beyond: Double) throws {
    let results = try Self.run(
      #"\#(goal), "over": {"upsilon_disk": [0.3, 0.9]}, "grid_points": 11"#)
    let joint = try #require(results.tables["joint"])
    #expect(try joint.only("upsilon_disk").isNear(Self.jump, absolute: 4e-6))
    #expect(joint.texts("status") == ["at_jump"])
    #expect(joint.texts("jump") == ["upsilon_disk \(side)"])
    #expect(joint.texts("at_bound") == [""])
    #expect(try joint.only("n") == here)
    #expect(try joint.only("n_here") == here)
    #expect(try joint.only("n_beyond") == beyond)
    // The points of a galaxy leave within a few units of the last digit of each other.
    let points = ["points_here", "points_beyond"].map { joint.text(row: 0, of: $0) }
    #expect(points[0] == "\(Int(6 * here))")
    #expect(points[1] != points[0])
    let place = joint.text(row: 0, of: "upsilon_disk")
    #expect(
      results.warnings.filter { $0.hasPrefix("joint") } == [
        "joint: the optimum at upsilon_disk \(place) lies on a jump of the sample "
          + "(upsilon_disk \(side)): n is \(Int(here)) there and \(Int(beyond)) beyond it, "
          + "points is \(points[0]) there and \(points[1]) beyond it"
      ])
  }

  /// A minimum far from the jump, one beside it, and one that the jump does not move.
  @Test(arguments: [
    #""(upsilon_disk - 0.45)^2""#, #""(upsilon_disk - 0.52033)^2 + if(n == 8, 0, 1)""#,
    #""(upsilon_disk - 0.520342245251402)^2""#,
  ])
  func saysNothingOfAJumpThatDoesNotDecide(goal: String) throws {
    let joint = try #require(
      try Self.results(
        #""minimize": \#(goal), "over": {"upsilon_disk": [0.3, 0.9]}, "grid_points": 101"#)["joint"]
    )
    #expect(joint.texts("status") == ["interior"])
    #expect(joint.texts("jump") == [""])
    #expect(try joint.only("n_here").isNaN)
  }

  @Test func saysAtWhichEndItLies() throws {
    func joint(_ method: String) throws -> Table {
      try #require(
        try Self.results(
          #""maximize": "upsilon_disk - upsilon_gas", "over": {"upsilon_disk": [0.3, 0.5], "upsilon_gas": [0.5, 2]}, "grid_points": 5"#,
          methods: #"{"joint_optimum": "\#(method)"}"#)["joint"])
    }
    for method in ["v1_nelder_mead", "v2_global"] {
      let found = try joint(method)
      #expect(found.texts("status") == ["at_bound"], "\(method): \(found.lines)")
      #expect(found.texts("at_bound") == ["upsilon_disk upper, upsilon_gas lower"], "\(method)")
    }
  }

  @Test func isNoWorseThanADenseGrid() throws {
    let tables = try Self.results(
      #""maximize": "r2", "over": {"upsilon_disk": [0.2, 1]}, "grid_points": 81"#,
      grid: #"{"upsilon_disk": {"from": 0.2, "through": 1, "step": 0.005}}"#)
    let joint = try #require(tables["joint"])
    let best = try #require(tables["fit"]?["r2"]).filter { !$0.isNaN }.max() ?? .nan
    #expect(try joint.only("objective") >= best)
    #expect(try joint.only("objective").isNear(best, absolute: 1e-3))
    #expect(try joint.only("r2") == joint.only("objective"))
    #expect(try joint.only("grid_points") == 81)
    let optima = try #require(tables["joint.optima"])
    #expect(try Double(optima.rowCount) == joint.only("optima"))
    #expect(try optima["objective"]?.first == joint.only("objective"))
    #expect(optima["objective"] ?? [] == (optima["objective"] ?? []).sorted(by: >))
  }

  @Test func isTheRowOfTheTableThere() throws {
    let joint = try #require(
      try Self.results(
        #""minimize": "rms", "over": {"upsilon_disk": [0.3, 0.9]}, "grid_points": 11"#)["joint"])
    let at = try joint.only("upsilon_disk")
    let cell = try #require(
      try Self.results(
        #""minimize": "rms", "over": {"upsilon_disk": [0.3, 0.9]}, "grid_points": 3"#,
        grid: #"{"upsilon_disk": [\#(at)]}"#)["fit"])
    for name in ["n", "r2", "loo_r2", "rms", "const", "c_v", "e_c_v"] {
      #expect(try joint.only(name) == cell.only(name))
    }
  }

  @Test func isSearchedOverTwoAxes() throws {
    let joint = try #require(
      try Self.results(
        #""maximize": "loo_r2", "over": {"upsilon_disk": [0.3, 0.9], "upsilon_gas": [0.5, 2]}, "grid_points": 5"#
      )["joint"])
    #expect(try joint.only("grid_points") == 25)
    // Without gas its ratio decides nothing: of equal points the first is taken.
    #expect(try joint.only("upsilon_gas") == 0.5)
    #expect(joint.texts("status") == ["at_bound"])
  }

  @Test func stopsInALocalOptimumByThePublishedSearch() throws {
    func joint(_ method: String, _ start: Double) throws -> Table {
      try #require(
        try Self.results(
          #""minimize": "rms", "over": {"upsilon_disk": [0.2, 1]}, "start": {"upsilon_disk": \#(start)}, "tolerance": 0.001"#,
          methods: #"{"joint_optimum": "\#(method)"}"#)["joint"])
    }
    let simplex = try joint("v1_nelder_mead", 0.3)
    #expect(try simplex.only("grid_points").isNaN)
    let global = try joint("v2_global", 0.3)
    #expect(try global.only("objective") <= simplex.only("objective"))
    #expect(try global.only("grid_points") == 1001)
  }

  @Test func hasItsMethodInSpecAndIdentity() throws {
    func plan(_ methods: String) throws -> Plan {
      try MadeUp.plan(
        OffsetGalaxy.spec(
          "",
          #"""
          "methods": \#(methods), "analyses": [
              {"name": "fit", "regress": "offsets", "response": "offset", "terms": []},
              {"name": "joint", "optimize": "fit", "minimize": "rms", "over": {"upsilon_disk": [0.2, 1]}}
            ]
          """#), dataset: OffsetGalaxy.dataset([.even(0)]))
    }
    let (first, second) = (
      try plan(#"{"joint_optimum": "v1_nelder_mead"}"#), try plan(#"{}"#)
    )
    #expect(first.spec.resolved["methods"]?["joint_optimum"] == "v1_nelder_mead")
    #expect(second.spec.resolved["methods"]?["joint_optimum"] == "v2_global")
    #expect(first.identity.fingerprint != second.identity.fingerprint)
  }

  /// What a step reads in other tables moves with the cell as well.
  @Test func looksThroughOtherTablesAtTheSameCell() throws {
    let spec = OffsetGalaxy.spec(
      #""points": "all""#,
      #"""
      "grid": {"upsilon_disk": [0.4, 0.5]},
        "analyses": [
          {"name": "first", "regress": "offsets", "response": "offset", "terms": ["log_v"]},
          {"name": "second", "regress": "offsets", "response": "first.residuals.residual", "terms": ["c_v"]},
          {"name": "both", "regress": "offsets", "response": "offset", "terms": ["log_v", "c_v"]},
          {"name": "joint", "optimize": "second", "minimize": "rms / first.rms",
           "over": {"upsilon_disk": [0.2, 0.5]}, "grid_points": 7}
        ],
        "outputs": {"tables": ["joint"]}
      """#)
    let joint = try #require(
      try OffsetGalaxy.results(RegressSampleTests.galaxies, spec).tables["joint"])
    let ratio = try joint.only("objective")
    #expect(ratio > 0 && ratio < 1)
    // RMS is √(1 − R²) of that of the response, whose own is the RMS of the first fit.
    #expect(ratio.isNear((1 - (try joint.only("r2"))).squareRoot(), relative: 1e-9))
  }
}
