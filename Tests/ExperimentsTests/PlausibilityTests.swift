import Galaxies
import Plans
import Specs
import Support
import TestKit
import Testing

@Suite("What is hardly possible", .limited)
struct PlausibilityTests {
  private func notes(_ more: String = "", _ change: (inout Galaxy) -> Void = { _ in }) throws
    -> [String]
  {
    var galaxies = MadeUp.galaxies
    for index in galaxies.indices { change(&galaxies[index]) }
    let dataset = Dataset(name: "made-up", galaxies: galaxies, inputs: MadeUp.inputs)
    let report = InputReport()
    let source = SourceText(name: "test.json", text: MadeUp.spec(more))
    let plan = try #require(MadeUp.plan(source, dataset: dataset, report))
    return plan.warnings.map(\.message)
  }

  @Test func isNothingInAnOrdinarySample() throws {
    #expect(try notes() == [])
  }

  @Test(
    arguments: [
      (\Galaxy.curve.radius, 1_000.0, "radius", "kpc"),
      (\.curve.observedSpeed, 2_000, "v_obs", "km / s"),
      (\.curve.gasSpeed, 2_000, "v_gas", "km / s"), (\.curve.diskSpeed, 2_000, "v_disk", "km / s"),
      (\.curve.bulgeSpeed, 2_000, "v_bulge", "km / s"),
    ] as [(any WritableKeyPath<Galaxy, [Double]> & Sendable, Double, String, String)])
  func isToldOfEachColumnOfCurves(
    field: any WritableKeyPath<Galaxy, [Double]> & Sendable, limit: Double, name: String,
    unit: String
  ) throws {
    let found = try notes { $0[keyPath: field][$0.curve.count - 1] = limit * 1.5 }
    let value = limit == 1_000 ? "1,500" : "3,000"
    #expect(
      found == ["'\(name)' reaches \(value) in 3 galaxies, first 'Alpha', and is read in \(unit)"])
    #expect(try notes { $0[keyPath: field][$0.curve.count - 1] = limit } == [])
  }

  @Test(
    arguments: [
      (\Galaxy.distance, 5_000.0, "distance", "Mpc"),
      (\.luminosity, 1e5, "luminosity", "1e9 solLum"),
      (\.flatSpeed, 2_000, "v_flat", "km / s"),
    ] as [(any WritableKeyPath<Galaxy, Double> & Sendable, Double, String, String)])
  func isToldOfEachColumnOfTheCatalogue(
    field: any WritableKeyPath<Galaxy, Double> & Sendable, limit: Double, name: String,
    unit: String
  ) throws {
    let found = try notes { if $0.name == "Beta" { $0[keyPath: field] = limit + 1 } }
    let text = limit == 1e5 ? "100,001" : limit == 2_000 ? "2,001" : "5,001"
    #expect(found == ["'\(name)' reaches \(text) in galaxy 'Beta', and is read in \(unit)"])
    #expect(try notes { $0[keyPath: field] = limit } == [])
  }

  @Test func isToldOfAnglesInRadian() throws {
    let found = try notes { $0.inclination *= Double.pi / 180 }
    #expect(found.count == 1 && found[0].hasPrefix("'inclination' is at most 1.047"))
    #expect(try notes { if $0.name == "Beta" { $0.inclination = 1.5 } } == [])
  }

  @Test func isToldOfErrorsAboveEverySpeed() throws {
    let found = try notes { galaxy in
      if galaxy.name == "Gamma" { galaxy.curve.observedSpeedError = [11, 21] }
    }
    #expect(found == ["'e_v_obs' is above 'v_obs' in every point of galaxy 'Gamma'"])
    let one = try notes { galaxy in
      if galaxy.name == "Gamma" { galaxy.curve.observedSpeedError = [11, 2] }
    }
    #expect(one == [])
  }

  @Test(arguments: [
    ("0.5", true), ("0.05", true), ("20", true), ("0", true), ("0.049", false), ("20.5", false),
    ("0.5, 500", false),
  ])
  func isToldOfRatios(values: String, isFine: Bool) throws {
    let found = try notes(#""grid": {"upsilon_disk": [\#(values)]}"#)
    #expect(found.isEmpty == isFine)
    #expect(found.allSatisfy { $0.hasSuffix("and stars have ratios from 0.05 to 20") })
  }

  @Test(arguments: [
    (
      #""cuts": {"galaxies": ["inclination >= 10"]}"#,
      ["the cut 'inclination >= 10' drops no galaxy"]
    ),
    (#""cuts": {"points": ["radius > 0"]}"#, ["the cut 'radius > 0' drops no point"]),
    (#""cuts": {"galaxies": ["inclination >= 30"]}"#, []),
    (
      #""cuts": {"points": ["radius > 1"], "galaxies": ["points > 0"]}"#,
      ["the cut 'points > 0' drops no galaxy"]
    ),
  ])
  func isACutThatDropsNothing(cuts: String, expected: [String]) throws {
    #expect(try notes(cuts) == expected)
  }

  @Test func isACutOverAColumnThatNoGalaxyHas() throws {
    let report = InputReport()
    let text = MadeUp.spec(#""cuts": {"galaxies": ["luminosity > 1"]}"#)
    #expect(MadeUp.plan(SourceText(name: "test.json", text: text), report) == nil)
    #expect(
      report.diagnostics.map(\.message) == [
        "the cuts leave no galaxy: none has 'luminosity', which 'luminosity > 1' asks for"
      ])
  }
}
