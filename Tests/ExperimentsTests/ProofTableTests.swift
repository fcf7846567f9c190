import Plans
import Specs
import Steps
import Support
import Tables
import TestKit
import Testing

@Suite("Proofs in the table of fits", .limited)
struct ProofTableTests {
  private static func plan(_ model: String, _ more: String = "") throws -> Plan {
    try MadeUp.plan(
      MadeUp.spec(more, models: #"["linear", "quadrature", "rational-taper"]"#).replacing(
        #""model": {"fit""#, with: #""model": {\#(model)"fit""#))
  }

  /// The results of a plan that is computed on the spot.
  private static func results(_ plan: Plan) -> RunResults {
    plan.results(
      from: plan.computations.map { computation in
        [Double](unsafeUninitializedCapacity: computation.unitCount * computation.recordWidth) {
          buffer, count in
          computation.compute(0..<computation.unitCount, into: buffer)
          count = buffer.count
        }
      })
  }

  @Test func standInAColumnOnRequest() throws {
    let without = try Self.plan("")
    #expect(without.schemas["fits"]?.index(of: "proven") == nil)
    #expect(without.spec.resolved["model"]?["certify"] == nil)
    #expect(try Self.plan(#""certify": false, "#).identity == without.identity)
    let plan = try Self.plan(#""certify": true, "#)
    #expect(plan.spec.resolved["model"]?["certify"] == true)
    #expect(plan.identity != without.identity)
    let results = Self.results(plan)
    #expect(results.tables["fits"]?.schema == plan.schemas["fits"])
    let (fits, plain) = (results.tables["fits"], Self.results(without).tables["fits"])
    for column in try #require(plain).schema.columns.map(\.name) {
      #expect(fits?[column]?.map(\.bitPattern) == plain?[column]?.map(\.bitPattern))
    }
  }

  @Test func areMissingWhereThereIsNoFit() throws {
    let results = Self.results(try Self.plan(#""certify": true, "#))
    let fits = try #require(results.tables["fits"])
    // Gamma has two points, too few for the taper.
    #expect(fits.values("proven").count(where: \.isNaN) == 1)
    #expect(fits.values("proven").count { $0 == 1 } == 8)
    #expect(
      results.warnings.contains {
        $0.hasPrefix("8 of 8 fits are proven: no other place within their bounds")
      })
  }

  /// Fits with a galaxy that may move have none.
  @Test func tellWhatIsNotProven() throws {
    let free = try MadeUp.plan(
      MadeUp.spec(
        #""priors": {"upsilon_disk": {"lognormal": {"median": 0.5, "dex": 0.3}}}"#,
        models: #"["linear"], "certify": true"#))
    let fits = try #require(Self.results(free).tables["fits"])
    #expect(fits.values("proven").filter { !$0.isNaN } == [0, 0])
  }

  @Test func areCountedOfAnyPlan() throws {
    let plan = try Self.plan("")
    let proving = try #require(plan.proving)
    #expect(proving.proofs(of: 0..<plan.unitCount) == FitProofs(fits: 8, proven: 8))
    let halves = proving.proofs(of: 0..<4) + proving.proofs(of: 4..<plan.unitCount)
    #expect(halves == FitProofs(fits: 8, proven: 8))
  }
}
