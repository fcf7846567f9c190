import Foundation
import Galaxies
import Plans
import Specs
import Steps
import Support
import Tables
import TestKit
import Testing

@Suite("Tables of posteriors", .limited)
struct PosteriorTableTests {
  private static let posterior = #""posterior": {"seed": 7, "draws": 40"#

  private static func plan(
    _ more: String = "}", models: String = #"["linear", "nfw"]"#
  ) throws -> Plan {
    try MadeUp.plan(
      MadeUp.spec(
        #""grid": {"upsilon_disk": [0.4, 0.6]}, "#
          + (models.contains("nfw") ? #""bounds": {"v200": [10, 300], "c200": [1, 50]}, "# : "")
          + posterior + more,
        models: models))
  }

  private static func records(_ plan: Plan) -> [[Double]] {
    plan.computations.map { $0.records(of: 0..<$0.unitCount).values }
  }

  private static func results(_ plan: Plan) -> RunResults { plan.results(from: records(plan)) }

  @Test func haveARowForEachUnitAndQuantity() throws {
    let plan = try Self.plan()
    let results = Self.results(plan)
    for name in ["evidences", "posteriors", "posterior_correlations", "predictive"] {
      #expect(results.tables[name]?.schema == plan.schemas[name], "\(name)")
    }
    #expect(results.tables["draws"] == nil && plan.schemas["draws"] == nil)
    let evidences = try #require(results.tables["evidences"])
    #expect(evidences.rowCount == 2 * 3 * 2)
    #expect(evidences.rows(where: "status", is: "refused").isEmpty)
    #expect(evidences.values("ln_z").allSatisfy { $0.isFinite })
    #expect(evidences.values("effective_samples").allSatisfy { $0 > 1000 })
    // One quantity of the linear term, two of the halo.
    #expect(results.tables["posteriors"]?.rowCount == 2 * 3 * (1 + 2))
    #expect(results.tables["posterior_correlations"]?.rowCount == 2 * 3)
    #expect(results.tables["predictive"]?.rowCount == 2 * 2 * (6 + 4 + 2))
  }

  /// Where an axis fixes a parameter, the axis is a key of the draws, and no second column.
  @Test func haveEachColumnOnce() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(
        #""grid": {"c200": [5, 10]}, "bounds": {"v200": [10, 300]}, "#
          + #""posterior": {"draws": 40, "derive": {"twice": "2 * v200"}}, "#
          + #""outputs": {"tables": ["draws", "draws_weighted", "fits"]}"#, models: #"["nfw"]"#))
    let results = Self.results(plan)
    for name in ["draws", "draws_weighted"] {
      let table = try #require(results.tables[name])
      let names = table.schema.columns.map(\.name)
      #expect(Set(names).count == names.count, "\(name): \(names)")
      let (speeds, twice) = (table.values("v200"), table.values("twice"))
      #expect(table.rowCount > 0 && zip(speeds, twice).allSatisfy { 2 * $0 == $1 })
      #expect(Set(table.values("c200")) == [5, 10])
      #expect(table.values("ln_likelihood").allSatisfy { $0 < 0 })
    }
  }

  /// The linear term in a flat prior is a normal distribution about the fit, cut at bounds far off.
  @Test func agreeWithWhatIsKnownInClosedForm() throws {
    let results = Self.results(
      try Self.plan(
        #"}, "priors": {"linear": {"omega": {"uniform": [-100, 100]}}}"#, models: #"["linear"]"#))
    let (fits, known) = try (
      #require(results.tables["fits"]), #require(results.tables["posteriors"])
    )
    let evidences = try #require(results.tables["evidences"])
    for row in 0..<fits.rowCount {
      let (omega, error) = (fits.values("omega")[row], fits.values("e_omega")[row])
      #expect((known.values("mean")[row] - omega).magnitude < 4 * known.values("mcse_mean")[row])
      #expect(known.values("std")[row].isNear(error, relative: 0.03))
      #expect((known.values("p84")[row] - omega - 0.9945 * error).magnitude < 0.05 * error)
      let galaxy = MadeUp.galaxies[row % 3].curve
      let norm = galaxy.observedSpeedError.reduce(0.0) { $0 + log(2 * .pi * $1 * $1) }
      let expected =
        -0.5 * (fits.values("chi2")[row] + norm) + log((2 * .pi).squareRoot() * error / 200)
      #expect((evidences.values("ln_z")[row] - expected).magnitude < 0.02)
    }
  }

  @Test func doNotDependOnHowUnitsAreShared() throws {
    let plan = try Self.plan(#"}, "outputs": {"tables": ["fits", "draws", "posteriors"]}"#)
    let computation = try #require(plan.computations.last)
    let whole = computation.records(of: 0..<computation.unitCount).values
    let alone = (0..<computation.unitCount).reversed().map { unit in
      computation.records(of: unit..<(unit + 1)).values
    }
    #expect(
      alone.reversed().flatMap { $0.map(\.bitPattern) } == whole.map(\.bitPattern))
    for unit in 0..<computation.unitCount {
      #expect(computation.isPossible(Array(whole.prefix(computation.recordWidth)), of: unit))
    }
    #expect(
      !computation.isPossible([Double](repeating: 0.5, count: computation.recordWidth), of: 0))
    // Another galaxy in the sample or another law beside it changes no draw.
    let other = try Self.plan(
      #"}, "cuts": {"galaxies": ["galaxy != 'Alpha'"]}, "outputs": {"tables": ["draws"]}"#,
      models: #"["nfw"]"#)
    let draws = try #require(Self.results(plan).tables["draws"])
    let fewer = try #require(Self.results(other).tables["draws"])
    let rows = draws.rows(where: "model", is: "nfw").filter {
      draws.text(row: $0, column: draws.schema.index(of: "galaxy") ?? 0) != "Alpha"
    }
    #expect(fewer.rowCount == 2 * 2 * 40)
    #expect(rows.map { draws.values("v200")[$0] } == fewer.values("v200"))
  }

  @Test func tellWhatFollowsFromQuantities() throws {
    let results = Self.results(
      try Self.plan(
        #", "derive": {"double": "2 * v200", "unknown": "log10(v200 - 1000)"}}, "outputs": {"tables": ["posteriors", "draws", "draws_weighted"]}"#,
        models: #"["nfw"]"#))
    let known = try #require(results.tables["posteriors"])
    let (own, double, unknown) = (
      known.rows(where: "quantity", is: "v200"), known.rows(where: "quantity", is: "double"),
      known.rows(where: "quantity", is: "unknown")
    )
    #expect(own.count == 6 && double.count == 6 && unknown.count == 6)
    for (one, two) in zip(own, double) {
      #expect(known.values("median")[two].isNear(2 * known.values("median")[one], relative: 1e-9))
      #expect(known.values("information")[two].isNaN && known.values("information")[one] > 0)
    }
    #expect(unknown.allSatisfy { known.values("mean")[$0].isNaN })
    let draws = try #require(results.tables["draws"])
    #expect(zip(draws.values("v200"), draws.values("double")).allSatisfy { 2 * $0 == $1 })
    let weighted = try #require(results.tables["draws_weighted"])
    let (weights, values) = (weighted.values("weight"), weighted.values("v200"))
    let first = weights.indices.filter {
      weighted.values("galaxy")[$0] == 0 && weighted.values("upsilon_disk")[$0] == 0.4
    }
    #expect(first.reduce(0) { $0 + weights[$1] }.isNear(1, relative: 1e-9))
    let mean = first.reduce(0) { $0 + weights[$1] * values[$1] }
    #expect(mean.isNear(known.values("mean")[own[0]], relative: 1e-9))
  }

  @Test func compareByEvidence() throws {
    let step =
      #", "analyses": [{"name": "which", "compare": "fits", "models": ["linear", "nfw"], "criterion": "evidence"}]"#
    let results = Self.results(try Self.plan("}" + step))
    let (evidences, which) = try (
      #require(results.tables["evidences"]), #require(results.tables["which"])
    )
    let lnZ = evidences.values("ln_z")
    #expect(which.rowCount == 6)
    for row in 0..<6 {
      let delta = -2 * (lnZ[2 * row] - lnZ[2 * row + 1])
      #expect(which.values("delta_evidence")[row] == delta)
      #expect(which.values("e_delta_evidence")[row] > 0)
      #expect(which.values("delta_evidence_doubled")[row].isFinite)
    }
  }

  /// Without mass at its ends a flat prior twice as wide costs ln 2.
  @Test func knowWhatWiderPriorsCost() throws {
    let step =
      #", "analyses": [{"name": "which", "compare": "fits", "models": ["linear", "nfw"], "criterion": "evidence"}]"#
    let evidences = try #require(
      Self.results(
        try Self.plan(#"}, "priors": {"linear": {"omega": {"uniform": [-100, 100]}}}"# + step)
      ).tables["evidences"])
    for row in evidences.rows(where: "model", is: "linear") {
      let cost = evidences.values("ln_z")[row] - evidences.values("ln_z_doubled")[row]
      #expect(cost.isNear(log(2), relative: 1e-9))
    }
  }
}
