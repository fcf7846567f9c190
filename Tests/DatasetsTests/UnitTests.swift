import Datasets
import Galaxies
import Support
import TestKit
import Testing

@Suite("A unit of a file", .limited)
struct UnitTests {
  /// The radius, speed and distance that a file in some units has in those of the program.
  private func read(
    _ points: String, catalogue: String = "galaxy,distance\nA,3.6\n"
  ) throws -> Galaxy {
    let report = InputReport()
    let reading = DatasetReaders.read(
      DatasetFiles([
        ("points", SourceText(name: "points.csv", text: points)),
        ("catalogue", SourceText(name: "catalogue.csv", text: catalogue)),
      ]), as: try #require(DatasetReaders.reader(named: "csv")), report)
    try report.check()
    return try #require(reading.galaxies.first)
  }

  private func header(_ radius: String = "radius", _ speed: String = "v_obs") -> String {
    "galaxy,\"\(radius.replacing("\"", with: "\"\""))\",\"\(speed)\",e_v_obs,v_gas,v_disk\n"
      + "A,2,30,1,0,0\n"
  }

  /// Numbers and products without an end are no units, and nothing is worked out for them.
  @Test(arguments: [
    String(repeating: "9", count: 400) + " kpc", String(repeating: "9", count: 99) + "kpc",
    String(repeating: "kpc99 ", count: 100_000), String(repeating: "(", count: 99),
    "(((((10^99)^99)^99)^99)^99) kpc", "((((((((10^99)^99)^99)^99)^99)^99)^99)^99) kpc", "kpc99",
  ])
  func withoutAnEndIsNone(unit: String) {
    #expect(!UnitNames.isKnown(unit))
  }

  @Test(arguments: [
    ("kpc", 2), ("pc", 0.002), ("Mpc", 2000), ("Kpc", 2), ("KPC", 2), ("kiloparsec", 2),
    ("parsec", 0.002), ("10^3 pc", 2), ("1e3 pc", 2), ("1000 pc", 2), ("10+3pc", 2),
  ])
  func ofLengthIsConverted(unit: String, expected: Double) throws {
    for label in ["radius [\(unit)]", "radius (\(unit))", "radius_(\(unit))"] {
      #expect(try read(header(label)).curve.radius == [expected], "\(label)")
    }
  }

  /// 2 of the unit at 3.6 Mpc, where an arc second is 17.45 pc.
  @Test(arguments: [
    ("arcsec", 1.0), ("arcs", 1), ("asec", 1), ("ARCSEC", 1), ("\"", 1), ("''", 1), ("″", 1),
    ("arcmin", 60), ("'", 60), ("′", 60), ("amin", 60), ("deg", 3600), ("°", 3600),
    ("degree", 3600), ("mas", 0.001), ("rad", 206_264.806_247_096_37),
  ])
  func ofAngleIsALengthAtTheDistance(unit: String, seconds: Double) throws {
    let radius = try read(header("radius [\(unit)]")).curve.radius[0]
    let expected = 2 * seconds / 206_264.806_247_096_37 * 3600
    #expect((radius / expected - 1).magnitude < 1e-14)
  }

  @Test(arguments: [
    "km/s", "km / s", "km s-1", "km s^-1", "km s^{-1}", "km.s-1", "km*s**-1", "km s**(-1)",
    "km·s⁻¹", "km s⁻¹", "$km\\,s^{-1}$", "km/sec", "KM/S", "kms-1", "km s−1",
  ])
  func ofSpeedIsKnownHoweverItIsWritten(unit: String) throws {
    #expect(try read(header("radius", "v_obs [\(unit)]")).curve.observedSpeed == [30])
  }

  @Test(arguments: [("m/s", 0.03), ("m s-1", 0.03), ("M/S", 0.03), ("cm/s", 0.0003)])
  func ofSpeedIsConverted(unit: String, expected: Double) throws {
    let speed = try read(header("radius", "v_obs [\(unit)]")).curve.observedSpeed[0]
    #expect((speed / expected - 1).magnitude < 1e-15)
  }

  @Test(arguments: [
    ("solMass/pc2", 8.0), ("Msun/pc^2", 8), ("M_sun pc-2", 8), ("M☉/pc²", 8), ("Msol pc^{-2}", 8),
    ("solMass/kpc2", 8e-6), ("Msun kpc**-2", 8e-6), ("10+6solMass/kpc2", 8),
  ])
  func ofSurfaceDensityIsConverted(unit: String, expected: Double) throws {
    let text =
      "galaxy,radius,v_obs,e_v_obs,\"sigma_gas [\(unit)]\",sigma_star\n"
      + "A,1,20,2,8,100\nA,2,21,2,8,50\n"
    #expect(try read(text).surfaceDensity?.gas.density == [expected, expected])
  }

  @Test(
    arguments: [
      ("distance [kpc]", "3600", \Galaxy.distance, 3.6), ("distance [Mpc]", "3.6", \.distance, 3.6),
      ("distance [pc]", "3600000", \.distance, 3.6),
      ("luminosity [solLum]", "2.5e9", \.luminosity, 2.5),
      ("luminosity [1e9 solLum]", "2.5", \.luminosity, 2.5),
      ("luminosity [10+9solLum]", "2.5", \.luminosity, 2.5),
      ("luminosity [10^9 L_sun]", "2.5", \.luminosity, 2.5),
      ("luminosity [dex(solLum)]", "10", \.luminosity, 10),
      ("luminosity [log(Lsun)]", "10", \.luminosity, 10),
      ("m_hi [Msun]", "3e8", \.hydrogenMass, 0.3),
      ("inclination [rad]", "1", \.inclination, 180 / Double.pi),
      ("inclination [deg]", "60", \.inclination, 60), ("inclination [°]", "60", \.inclination, 60),
      ("v_flat [m/s]", "150000", \.flatSpeed, 150), ("r_disk [pc]", "3500", \.diskScaleLength, 3.5),
    ] as [(String, String, any KeyPath<Galaxy, Double> & Sendable, Double)])
  func ofACatalogueIsConverted(
    column: String, text: String, field: any KeyPath<Galaxy, Double> & Sendable, expected: Double
  ) throws {
    let value = try read(header(), catalogue: "galaxy,\(column)\nA,\(text)\n")[keyPath: field]
    #expect((value / expected - 1).magnitude < 1e-14)
  }

  @Test(arguments: [
    ("radius [km/s]", "the unit of 'radius' is 'km/s', which is no unit of it"),
    ("radius [solMass]", "the unit of 'radius' is 'solMass', which is no unit of it"),
    ("radius [dex(kpc2)]", "the unit of 'radius' is 'dex(kpc2)', which is no unit of it"),
  ])
  func thatMeasuresSomethingElseIsRefused(label: String, message: String) {
    let rejected = #expect(throws: InputRejected.self) { try read(header(label)) }
    #expect(rejected?.diagnostics.map(\.message) == [message])
    #expect(rejected?.diagnostics.first?.help == "it is read in kpc, pc, arcsec, arcmin or deg")
    #expect(rejected?.diagnostics.first?.place?.location.line == 1)
  }

  @Test func thatIsAnAngleNeedsADistance() {
    let rejected = #expect(throws: InputRejected.self) {
      try read(header("radius [arcsec]"), catalogue: "galaxy,inclination\nA,60\n")
    }
    #expect(
      rejected?.diagnostics.map(\.message) == ["radii in 'arcsec' need the distance of 'A'"])
  }

  @Test(arguments: ["radius", "radius [x]", "radius (2001)"])
  func isNoneWhereBracketsHoldNone(label: String) throws {
    let names = label == "radius" ? [2.0] : []
    let found = (try? read(header(label)))?.curve.radius ?? []
    #expect(found == names)
  }

  @Test(arguments: [
    ("kpc km/s", ["radius": "kpc", "v_obs": "km/s"], true),
    ("arcsec, m s-1", ["radius": "arcsec", "v_gas": "m s-1"], true),
    ("kpc km s-1 Mpc", ["radius": "kpc", "v_disk": "km s-1", "distance": "Mpc"], true),
    ("kpc; km/s; solLum/pc2", ["sb_disk": "solLum/pc2", "radius": "kpc"], true),
    ("kpc pc", [:], false), ("kpc furlong", [:], false), ("", [:], false), ("kg", [:], false),
  ])
  func isGivenForAllColumnsItFits(text: String, some: [String: String], isKnown: Bool) {
    let names =
      ["galaxy"] + PointColumn.all.map(\.name) + [
        "sigma_hi", "sigma_gas", "sigma_star", "distance",
      ]
    let found = UnitText.units(in: text, for: names)
    #expect((found != nil) == isKnown)
    let units = Dictionary(uniqueKeysWithValues: (found ?? []).map { ($0.name, $0.unit) })
    for (name, unit) in some { #expect(units[name] == unit, "\(name)") }
    #expect(units["galaxy"] == nil)
  }
}
