import Galaxies
import Models
import Numerics
import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("The curves of fits", .limited)
struct CurvesStepTests {
  private static let mock = MockSample(seed: 5, galaxies: 4, noise: 3).dataset

  /// A galaxy whose gas pulls outward in the centre, with errors that a fit replaces and a radius
  /// that repeats.
  private static let odd: Galaxy = {
    let radius = [0.4, 0.9, 1.7, 3.1, 3.1, 5.2, 8.8, 13.5]
    let zeros = radius.map { _ in 0.0 }
    var galaxy = Galaxy(
      name: "Odd",
      curve: RotationCurve(
        radius: radius, observedSpeed: [9, 16, 31, 44, 43, 52, 57, 55],
        observedSpeedError: [2, 0, 1.5, -1, 3, 3, 2.5, 4],
        gasSpeed: [-12, -9, 4, 11, 12, 17, 21, 20], diskSpeed: [8, 13, 22, 27, 27, 25, 21, 17],
        bulgeSpeed: [3, 2, 1, 0, 0, 0, 0, 0], diskSurfaceBrightness: zeros,
        bulgeSurfaceBrightness: zeros))
    galaxy.distance = 4
    galaxy.distanceError = 0.4
    galaxy.inclination = 50
    galaxy.inclinationError = 4
    galaxy.diskScaleLength = 1.3
    galaxy.luminosity = 0.8
    return galaxy
  }()

  private static let dataset = Dataset(
    name: "made-up", galaxies: mock.galaxies + [odd], inputs: MadeUp.inputs)

  private static let step = #"{"name": "curves", "curves": "fits"}"#
  private static let fine = #"{"name": "curves", "curves": "fits", "grid": 7}"#

  private static func results(
    _ models: [String], _ more: String = "", _ steps: String = step, of dataset: Dataset = dataset
  ) throws -> RunResults {
    let models = "[" + models.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    let all = ["\"analyses\": [\(steps)]", more].filter { !$0.isEmpty }.joined(separator: ", ")
    return try MadeUp.plan(MadeUp.spec(all, models: models), dataset: dataset).computed()
  }

  /// How quantities beyond the law may vary.
  private static let freedoms = [
    "", #""bounds": {"upsilon_disk": [0.2, 1.2]}"#,
    #""priors": {"distance": "catalogue", "inclination": "catalogue"}"#,
  ]

  @Test(arguments: ModelCatalogue.names, freedoms)
  func addUpToChiSquared(model: String, freedom: String) throws {
    let tables = try Self.results([model], freedom).tables
    let (fits, curves) = (try #require(tables["fits"]), try #require(tables["curves"]))
    let galaxies = curves.values("galaxy")
    var fitted = 0
    for row in 0..<fits.rowCount where !fits.values("chi2")[row].isNaN {
      let points = galaxies.indices.filter { galaxies[$0] == fits.values("galaxy")[row] }
      #expect(Double(points.count) == fits.values("points")[row])
      let sum = points.reduce(0.0) {
        $0 + curves.values("pull")[$1] * curves.values("pull")[$1]
      }
      let label = fits.label(row: row, columns: ["galaxy", "model"])
      #expect(sum.isNear(fits.values("chi2")[row], relative: 1e-12), "\(label)")
      fitted += 1
    }
    #expect(fitted >= 4)
  }

  /// Every column, worked out from the data and the quantities of the fit alone.
  @Test(arguments: ModelCatalogue.names, freedoms)
  func agreeWithTheFormulas(model: String, freedom: String) throws {
    let tables = try Self.results([model], freedom).tables
    let (fits, curves) = (try #require(tables["fits"]), try #require(tables["curves"]))
    let law = try #require(ModelCatalogue.law(named: model))
    for row in 0..<curves.rowCount {
      let position = Int(curves.values("galaxy")[row])
      let galaxy = Self.dataset.galaxies[position]
      let fit = try #require(
        (0..<fits.rowCount).first { fits.values("galaxy")[$0] == Double(position) })
      func quantity(_ name: String, _ usual: Double) -> Double {
        let value = fits[name]?[fit] ?? .nan
        return value.isNaN ? usual : value
      }
      let index = Int(curves.values("point")[row]) - 1
      let length = quantity("distance", galaxy.distance) / galaxy.distance
      let sines = [quantity("inclination", galaxy.inclination), galaxy.inclination].map {
        Elementary.sin($0 * 3.141592653589793 / 180)
      }
      let curve = galaxy.curve
      func square(_ speed: Double, _ ratio: String) -> Double {
        speed.magnitude * speed * length * quantity(ratio, 0)
      }
      let gas = square(curve.gasSpeed[index], "upsilon_gas")
      let disk = square(curve.diskSpeed[index], "upsilon_disk")
      let bulge = square(curve.bulgeSpeed[index], "upsilon_bulge")
      func root(_ square: Double) -> Double {
        square < 0 ? -(-square).squareRoot() : square.squareRoot()
      }
      func expect(_ column: String, _ value: Double) {
        let found = curves.values(column)[row]
        #expect(
          found.isNear(value, relative: 1e-12) || (found - value).magnitude < 1e-11,
          "\(column) of \(galaxy.name) \(index)")
      }
      let baryons = gas + disk + bulge
      expect("radius", curve.radius[index] * length)
      expect("v_obs", curve.observedSpeed[index] * sines[1] / sines[0])
      expect("e_v_obs", WeightedCurve(curve).error[index] * sines[1] / sines[0])
      expect("v_gas", root(gas))
      expect("v_disk", root(disk))
      expect("v_bulge", root(bulge))
      expect("v_bary", root(baryons))
      let speed = curves.values("v_model")[row]
      let extra = law.addsSpeeds ? speed - root(baryons) : root(speed * speed - baryons)
      #expect((curves.values("v_extra")[row] - extra).magnitude < 1e-6 * max(1, speed))
      expect("residual", curves.values("v_obs")[row] - speed)
      expect("pull", curves.values("residual")[row] / curves.values("e_v_obs")[row])
    }
    #expect(curves.rowCount > 30)
  }

  /// The speed itself, by the formulas of two laws.
  @Test func haveTheSpeedsOfTheLaws() throws {
    let tables = try Self.results(["linear", "quadrature"]).tables
    let (fits, curves) = (try #require(tables["fits"]), try #require(tables["curves"]))
    for row in 0..<curves.rowCount {
      let keys = ["galaxy", "model"].map { curves.values($0)[row] }
      let fit = try #require(
        (0..<fits.rowCount).first {
          fits.values("galaxy")[$0] == keys[0] && fits.values("model")[$0] == keys[1]
        })
      let added = fits.values("omega")[fit] * curves.values("radius")[row]
      let baryons = curves.values("v_bary")[row]
      let square = baryons.magnitude * baryons
      let speed =
        curves.text(row: row, of: "model") == "linear"
        ? max(0, square).squareRoot() + added : max(0, square + added * added).squareRoot()
      #expect(curves.values("v_model")[row].isNear(speed, relative: 1e-12))
    }
  }

  @Test func haveKeysAndColumnsOfTheirOwn() throws {
    let tables = try Self.results(["linear"], "", Self.fine).tables
    let keys = "upsilon_disk upsilon_bulge upsilon_gas galaxy model point"
    #expect(
      tables["curves"]?.header
        == keys
        + " radius v_obs e_v_obs v_gas v_disk v_bulge v_bary v_extra v_model residual pull")
    let fine = try #require(tables["curves.fine"])
    #expect(fine.header == keys + " radius v_gas v_disk v_bulge v_bary v_extra v_model")
    #expect(fine.rowCount == 5 * 7)
    #expect(fine.schema["v_model"]?.unit == "km / s")
    let groups = RowGroups(
      by: fine.schema.keys.map(fine.values), among: Array(0..<fine.rowCount))
    #expect(groups.keys.count == fine.rowCount)
  }

  @Test func areEvenlySpacedForDrawingAndMeetTheMeasuredEnds() throws {
    let tables = try Self.results(
      ["nfw"], #""priors": {"distance": "catalogue"}"#, Self.fine
    ).tables
    let (fine, curves) = (try #require(tables["curves.fine"]), try #require(tables["curves"]))
    for galaxy in Self.dataset.galaxies.indices {
      func values(_ column: String, _ table: Table) -> [Double] {
        (0..<table.rowCount).filter { table.values("galaxy")[$0] == Double(galaxy) }
          .map { table.values(column)[$0] }
      }
      let radii = values("radius", fine)
      for step in zip(radii, radii.dropFirst()) {
        #expect((step.1 - step.0).isNear((radii[6] - radii[0]) / 6, relative: 1e-12))
      }
      for column in ["radius", "v_gas", "v_disk", "v_bulge", "v_bary", "v_extra", "v_model"] {
        let (drawn, measured) = (values(column, fine), values(column, curves))
        for (one, other) in zip([drawn[0], drawn[6]], [measured[0], measured[measured.count - 1]]) {
          #expect((one - other).magnitude <= 1e-12 * max(1, one.magnitude), "\(column)")
        }
      }
    }
  }

  @Test func areThoseOfTheFitsThatMeetAConditionOrAreChosen() throws {
    let steps = #"""
      {"name": "best", "select": "fits", "minimum": "bic", "by": ["galaxy"]},
      {"name": "few", "filter": "fits", "where": "galaxy == 'Odd'"},
      {"name": "of_best", "curves": "best"},
      {"name": "of_few", "curves": "few", "where": "model == 'nfw'"}
      """#
    let tables = try Self.results(["linear", "nfw"], "", steps).tables
    #expect(tables["of_best"]?.schema.keys == ["galaxy", "model", "point"])
    #expect(tables["of_best"]?.rowCount == Self.dataset.galaxies.reduce(0) { $0 + $1.curve.count })
    let few = try #require(tables["of_few"])
    #expect(few.rowCount == 8)
    #expect(Set(few.schema["model"].map { _ in few.texts("model") } ?? []) == ["nfw"])
  }

  @Test func areNotThereWhereThereIsNoFit() throws {
    let results = try Self.results(["nfw"], "", Self.step, of: MadeUp.dataset)
    #expect(results.warnings.contains("curves: 1 of 3 fits has no result, and so no curve"))
    #expect(results.tables["curves"]?.rowCount == 10)
  }

  @Test func areTheSameFromTheTableOfFitsAlone() throws {
    let text = MadeUp.spec(#""analyses": [\#(Self.fine)]"#, models: #"["linear", "rar"]"#)
    let plan = try MadeUp.plan(text, dataset: Self.dataset)
    let tables = plan.computed().tables
    let fits = try #require(tables["fits"])
    let alone = plan.curves(of: fits, named: "curves", where: nil, grid: 7, among: tables)
    #expect(alone.map(\.name) == ["curves", "curves.fine"])
    for table in alone { #expect(tables[table.name]?.lines == table.lines) }
    let one = plan.curves(
      of: fits, named: "one", where: try Reading.expression("galaxy == 'Odd' and model == 'rar'"),
      grid: nil, among: tables)
    #expect(one.map(\.rowCount) == [8])
  }

  private static func mistakes(_ more: String) -> [String] {
    let report = InputReport()
    let text = MadeUp.spec(more)
    #expect(MadeUp.plan(SourceText(name: "test.json", text: text), report) == nil)
    return report.inReadingOrder.map { mistake in
      let place = mistake.place.map { place in
        String(decoding: place.source.bytes[place.span], as: UTF8.self)
      }
      return "\(place ?? "-"): \(mistake.message)"
    }
  }

  /// Three galaxies with twelve points together, two models.
  @Test func haveTenMillionRowsTogetherAtMost() throws {
    let grid =
      #""limits": {"units": 5000000}, "#
      + #""grid": {"upsilon_disk": {"from": 0.1, "through": 1, "count": 1000}}"#
    let steps = #"{"name": "a", "curves": "fits"}, {"name": "b", "curves": "fits", "grid": 1658}"#
    _ = try MadeUp.plan(MadeUp.spec(#"\#(grid), "analyses": [\#(steps)]"#))
    #expect(
      Self.mistakes(#"\#(grid), "analyses": [\#(steps.replacing("1658", with: "1659"))]"#)
        == ["1659: curves could have 10,002,000 rows, more than 10,000,000"])
    let large = grid.replacing("1000}", with: "500000}")
    #expect(
      Self.mistakes(#"\#(large), "analyses": [{"name": "a", "curves": "fits"}]"#)
        == [#""fits": curves could have 12,000,000 rows, more than 10,000,000"#])
    let best = #"{"name": "best", "select": "fits", "minimum": "bic", "by": ["galaxy", "model"]}"#
    _ = try MadeUp.plan(
      MadeUp.spec(#"\#(large), "analyses": [\#(best), {"name": "a", "curves": "best"}]"#))
  }
}
