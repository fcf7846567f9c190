import Galaxies
import Models
import Numerics
import Specs
import Support
import TestKit
import Testing

/// Mock galaxies that obey a law, with a truth from priors.
@Suite("A mock sample with a law", .limited)
struct LawfulMockTests {
  private static func dataset(_ settings: String) throws -> Dataset {
    let text = MadeUp.spec().replacing(#""made-up""#, with: "{\"mock\": \(settings)}")
    guard case .mock(let settings) = try Reading.spec(text).dataset else {
      throw InputRejected("no mock")
    }
    return settings.dataset
  }

  static let halos = #"""
    "noise": 5, "law": "nfw",
    "parameters": {"v200": {"loguniform": [20, 300]}, "c200": {"lognormal": {"median": 10, "dex": 0.2}}},
    "draw": {
      "upsilon_disk": {"lognormal": {"median": 0.5, "dex": 0.1}}, "upsilon_bulge": {"uniform": [0.5, 0.9]},
      "distance": "catalogue", "inclination": "catalogue"
    }
    """#

  @Test func isTheUsualOneWithoutItsKeys() throws {
    let usual = MockSample().dataset
    #expect(try Self.dataset("{}").inputs == usual.inputs)
    #expect(try Self.dataset(#"{"draw": {}}"#).inputs == usual.inputs)
    let other = try Self.dataset(#"{"seed": 5, "galaxies": 3, "noise": 4}"#)
    #expect(other.inputs == MockSample(seed: 5, galaxies: 3, noise: 4).dataset.inputs)
  }

  @Test func beginsWithTheGalaxiesOfASmallerOne() throws {
    let large = try Self.dataset("{\"galaxies\": 9, \(Self.halos)}")
    let small = try Self.dataset("{\"galaxies\": 4, \(Self.halos)}")
    #expect(large.galaxies.prefix(4).map(\.curve) == small.galaxies.map(\.curve))
    for (large, small) in zip(large.truth, small.truth) {
      #expect(large.values.map(\.value) == small.values.map(\.value))
    }
    let other = try Self.dataset("{\"seed\": 2, \"galaxies\": 4, \(Self.halos)}")
    #expect(other.galaxies[0].curve != small.galaxies[0].curve)
    #expect(other.inputs != small.inputs)
    #expect(
      small.notes == [
        "generated from seed 1: 4 galaxies of law 'nfw' with errors of about 5.0 km/s; the truth of "
          + "each is known"
      ])
  }

  /// The hash is a promise to runs: if this fails, the mock data of every such run has changed.
  @Test func keepsItsHash() throws {
    let input = try Self.dataset("{\"galaxies\": 4, \(Self.halos)}").inputs[0]
    #expect(input.sha256 == "692a81d1e234bc0bbf7f7c4aacfa25969850f5991890193bc7be45cc59ad5ccf")
  }

  @Test func keepsWhatItsGalaxiesAreMadeOf() throws {
    let usual = MockSample(seed: 1, galaxies: 6, noise: 5)
    let made = try Self.dataset("{\"galaxies\": 6, \(Self.halos)}")
    for (made, usual) in zip(made.galaxies, usual.galaxies) {
      #expect(made.distance == usual.distance && made.inclination == usual.inclination)
      #expect(made.luminosity == usual.luminosity)
      var curve = made.curve
      curve.observedSpeed = usual.curve.observedSpeed
      #expect(curve == usual.curve)
      let flat = FlatSpeed(
        of: made.curve, inclination: made.inclination, inclinationError: made.inclinationError)
      #expect(flat.speed.isNaN == made.flatSpeed.isNaN)
      if !flat.speed.isNaN { #expect(abs(flat.speed - made.flatSpeed) <= 0.0501) }
    }
  }

  @Test func knowsItsTruth() throws {
    let made = try Self.dataset("{\"galaxies\": 2, \(Self.halos)}")
    #expect(
      made.truth[0].values.map(\.name) == [
        "v200", "c200", "upsilon_disk", "upsilon_bulge", "upsilon_gas", "distance", "inclination",
      ])
    #expect(
      made.truth[0].values.map(\.unit) == ["km / s", "", "", "", "", "Mpc", "deg"])
    let usual = try Self.dataset(#"{"galaxies": 2, "draw": {"distance": "catalogue"}}"#)
    let plain = MockSample(seed: 1, galaxies: 2)
    for (index, truth) in usual.truth.enumerated() {
      let values = Dictionary(uniqueKeysWithValues: truth.values.map { ($0.name, $0.value) })
      let before = Dictionary(
        uniqueKeysWithValues: plain.truth[index].values.map { ($0.name, $0.value) })
      for name in ["omega", "r_t", "upsilon_disk", "upsilon_bulge"] {
        #expect(values[name] == before[name], "\(name)")
      }
      let galaxy = plain.galaxies[index]
      #expect(values["inclination"] == galaxy.inclination)
      let (k, distance) = (try #require(values["k"]), try #require(values["distance"]))
      #expect(distance != galaxy.distance)
      let wanted = try #require(before["k"]) * galaxy.distance / distance
      #expect(k.isNear(wanted, relative: 1e-14))
    }
  }

  /// What is drawn follows its prior: deviates of mean 0 and variance 1, within five errors.
  @Test func drawsTheTruthFromItsPriors() throws {
    let made = try Self.dataset("{\"galaxies\": 2000, \(Self.halos)}")
    let count = Double(made.galaxies.count)
    func check(_ deviates: [Double], mean: Double = 0, variance: Double = 1) {
      let found = Statistics.mean(deviates)
      #expect(abs(found - mean) < 5 * (variance / count).squareRoot())
      let spread = Statistics.mean(deviates.map { ($0 - found) * ($0 - found) })
      #expect(abs(spread / variance - 1) < 5 * (2 / count).squareRoot())
    }
    func values(_ position: Int) -> [Double] { made.truth.map { $0.values[position].value } }
    check(values(1).map { Elementary.log10($0 / 10) / 0.2 })
    check(values(2).map { Elementary.log10($0 / 0.5) / 0.1 })
    // A uniform number has the variance 1/12.
    check(values(3).map { ($0 - 0.5) / 0.4 }, mean: 0.5, variance: 1.0 / 12)
    check(zip(values(5), made.galaxies).map { ($0 - $1.distance) / $1.distanceError })
    #expect(values(6).allSatisfy { $0 <= 90 && $0 >= 1 })
    #expect(values(4).allSatisfy { $0 == 1 })
    let low = zip(values(6), made.galaxies).filter { $1.inclination < 60 }
    let tilts = low.map { ($0 - $1.inclination) / $1.inclinationError }
    #expect(abs(Statistics.mean(tilts)) < 5 / Double(low.count).squareRoot())
    // Low speeds are not cut at zero.
    #expect(made.galaxies.contains { $0.curve.observedSpeed.contains { $0 < 0 } })
  }

  /// The speeds are the law's at the truth, seen at the inclination of the catalogue, worked out
  /// here anew: radii scale with D, V²_bary with D, observed speeds with sin i / sin i₀.
  @Test(arguments: ["burkert", "nfw", "rational-taper"])
  func obeysItsLaw(_ law: String) throws {
    let draw = #""draw": {"distance": {"catalogue": "lognormal"}, "inclination": "catalogue"}"#
    let made = try Self.dataset(
      "{\"seed\": 3, \"galaxies\": 300, \"noise\": 5, \"law\": \"\(law)\", \(draw)}")
    let model = try #require(ModelCatalogue.law(named: law))
    let size = model.card.parameters.count
    var deviates: [Double] = []
    for (galaxy, truth) in zip(made.galaxies, made.truth) {
      let values = truth.values.map(\.value)
      let (distance, inclination) = (values[size + 3], values[size + 4])
      let length = distance / galaxy.distance
      let tilt =
        Elementary.sin(inclination * .pi / 180) / Elementary.sin(galaxy.inclination * .pi / 180)
      var parameters = ParameterVector()
      for position in 0..<size { parameters[position] = values[position] }
      let curve = galaxy.curve
      for index in curve.radius.indices {
        let (gas, disk, bulge) = (
          curve.gasSpeed[index], curve.diskSpeed[index], curve.bulgeSpeed[index]
        )
        let square = abs(gas) * gas + 0.5 * disk * disk + 0.7 * bulge * bulge
        // Laws of the square differ in what they make of a negative one.
        guard square > 0 else { continue }
        let point = LawPoint(
          radius: length * curve.radius[index], baryonSpeed: (length * square).squareRoot(),
          of: GalaxyFacts())
        let speed = tilt * model.speed(at: point, parameters)
        deviates.append((curve.observedSpeed[index] - speed) / curve.observedSpeedError[index])
      }
    }
    let count = Double(deviates.count)
    #expect(abs(Statistics.mean(deviates)) < 5 / count.squareRoot())
    #expect(abs(Statistics.mean(deviates.map { $0 * $0 }) - 1) < 5 * (2 / count).squareRoot())
  }

  /// Parameters without a prior lie anywhere within the bounds of the card.
  @Test func fillsTheBoundsOfTheCard() throws {
    let made = try Self.dataset(#"{"galaxies": 500, "law": "einasto"}"#)
    let card = try #require(ModelCatalogue.law(named: "einasto")).card
    for (position, parameter) in card.parameters.enumerated() {
      let range = parameter.flatRange
      #expect(range.prior == .logUniform)
      let values = made.truth.map { $0.values[position].value }
      #expect(values.allSatisfy { $0 >= range.lower && $0 <= range.upper })
      let middle = (range.lower * range.upper).squareRoot()
      #expect(abs(Double(values.count { $0 < middle }) / 500 - 0.5) < 0.112)
    }
  }
}
