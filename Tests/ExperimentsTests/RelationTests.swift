import Galaxies
import Models
import Numerics
import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

/// Priors and ties that name other quantities of a fit.
@Suite("A relation between quantities", .limited)
struct RelationTests {
  /// The relation of concentration and mass of Dutton & Macciò, as the issue has it.
  static let concentration = #"""
    "priors": {"v200": {"loguniform": [10, 500]}, "c200": {"lognormal": {
      "median": "10^(0.905 - 0.101 * log10(m200 / 1e12 * 0.73))", "dex": 0.11}}}
    """#

  private static func fits(_ more: String, models: String) throws -> Table {
    try #require(
      MadeUp.plan(MadeUp.spec(more, models: models)).computed().tables["fits"])
  }

  @Test func actsInAFit() throws {
    let fits = try Self.fits(Self.concentration, models: #"["nfw"]"#)
    let (speeds, shapes, terms) = (
      fits.values("v200"), fits.values("c200"), fits.values("prior_term")
    )
    for row in 0..<2 {
      // M₂₀₀ = V³ / (10 G H₀) with H₀ = 0.073 km/s/kpc.
      let mass = speeds[row] * speeds[row] * speeds[row] / (10 * 4.30091727e-6 * 0.073)
      let median = Elementary.exp10(0.905 - 0.101 * Elementary.log10(mass / 1e12 * 0.73))
      let deviate = Elementary.log10(shapes[row] / median) / 0.11
      // The bounds of c200, 0 and 1000, cut nothing off.
      #expect(terms[row].isNear(deviate * deviate, relative: 1e-9, absolute: 1e-9))
    }
  }

  @Test func isTheSameAfterResolving() throws {
    for more in [
      Self.concentration, #""ties": {"nfw": {"c200": "1000 / v200"}}"#,
      #""ties": {"upsilon_bulge": "1.4*upsilon_disk"}, "bounds": {"upsilon_disk": [0.1, 2]}"#,
      #""bounds": {"upsilon_disk": [0, 1]}, "priors": {"upsilon_disk": {"beta": {"a": 2, "b": 3}}}"#,
      #""priors": {"c200": {"halfnormal": {"sigma": "5 + 0 * v200"}}}"#,
    ] {
      let plan = try MadeUp.plan(MadeUp.spec(more, models: #"["nfw"]"#))
      let resolved = String(decoding: plan.spec.resolved.readableBytes, as: UTF8.self)
      let again = try MadeUp.plan(resolved)
      #expect(again.spec.resolved == plan.spec.resolved, "\(more)")
      #expect(again.identity == plan.identity)
      #expect(plan.identity != (try MadeUp.plan(MadeUp.spec(models: #"["nfw"]"#))).identity)
    }
  }

  @Test func tiesARatioThatIsNoAxisThen() throws {
    let spec = try Reading.spec(
      MadeUp.spec(#""ties": {"upsilon_bulge": "1.4 * upsilon_disk"}"#, models: #"["linear"]"#))
    #expect(spec.grid.map(\.name) == ["upsilon_disk", "upsilon_gas"])
    #expect(spec.resolved["ties"] == ["upsilon_bulge": "1.4 * upsilon_disk"])
    #expect(spec.resolved["bounds"]?["upsilon_bulge"] == nil)
    #expect(spec.variedQuantities(of: "linear").map(\.name) == ["omega"])
    #expect(spec.resolved["methods"]?["posterior"] == nil)
  }

  @Test func takesWhatTheCatalogueSaysInAPrior() throws {
    var galaxies = MadeUp.galaxies
    for index in galaxies.indices {
      (galaxies[index].distance, galaxies[index].distanceError) = (10 + Double(index), 1)
    }
    let dataset = Dataset(name: "made-up", galaxies: galaxies, inputs: MadeUp.inputs)
    // There `distance` is known beforehand, and no circle.
    let plan = try MadeUp.plan(
      MadeUp.spec(
        #""priors": {"distance": {"normal": {"mean": "distance", "sigma": 1}}}"#,
        models: #"["linear"]"#), dataset: dataset)
    let table = try #require(plan.computed().tables["information"])
    #expect(table.values("prior_centre").prefix(2) == [10, 11])
  }

  @Test func knowsConstants() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(
        #"""
        "analyses": [{"name": "made", "derive": "galaxies",
          "columns": {"rate": "const.h0 / 100", "mass": "points / const.g"}}]
        """#))
    let made = try #require(plan.computed().tables["made"])
    #expect(Set(made.values("rate")) == [0.73])
    #expect(made.values("mass") == [6, 4, 2].map { $0 / 4.30091727e-6 })
  }
}
