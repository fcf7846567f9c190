import Galaxies
import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

/// Points without offsets, what is left out of them, and their errors.
@Suite("Points without offsets", .limited)
struct PointsAloneTests {
  private static func spec(
    _ step: String, model: String = "{}", _ more: String = ""
  ) -> String {
    """
    {"upsilon": 1, "name": "test", "dataset": "made-up", "model": \(model),
     "analyses": [{"name": "p", \(step)}]\(more)}
    """
  }

  private static func results(
    _ galaxies: [Galaxy], _ step: String = #""points": {}"#, model: String = "{}",
    _ more: String = ""
  ) throws -> RunResults {
    let dataset = Dataset(name: "made-up", galaxies: galaxies, inputs: MadeUp.inputs)
    return try MadeUp.plan(spec(step, model: model, more), dataset: dataset).computed()
  }

  /// What comes of a spec with mistakes.
  private static func mistakes(_ text: String) -> [String] {
    let report = InputReport()
    _ = MadeUp.plan(SourceText(name: "test.json", text: text), report)
    return report.diagnostics.map(\.message)
  }

  @Test func needNoUnits() throws {
    let plan = try MadeUp.plan(Self.spec(#""points": {}"#))
    #expect(plan.computations.isEmpty)
    #expect(plan.unitCount == 0)
    #expect(plan.spec.resolved["model"] == [:])
    #expect(plan.spec.resolved["methods"] == ["points": "v2"])
    let again = try Reading.spec(String(decoding: plan.spec.resolved.readableBytes, as: UTF8.self))
    #expect(again.resolved == plan.spec.resolved)
    let results = plan.computed()
    #expect(results.statuses.isEmpty)
    #expect(results.tables.all.map(\.name) == plan.schemas.names)
    #expect(results.tables.all.last?.schema == plan.schemas.all.last)
    #expect(try #require(results.tables["p"]).rowCount == 12)
  }

  @Test func haveTheDefaultsOfTheSettings() throws {
    let gas = OffsetGalaxy(deltas: [0, 0, 0, 0, 0], gas: [-40]).made
    func table(_ model: String) throws -> Table {
      try #require(try Self.results([gas], model: model).tables["p"])
    }
    let (alone, usual) = (try table("{}"), try table(#"{"offset": {}}"#))
    #expect(alone.lines == usual.lines)
    // The signed gas takes from the disk, the squared one adds to it.
    let squared = try table(#"{"offset": {"gas_sign": "squared"}}"#)
    #expect(alone.values("v_bary")[0].isNear(60.0.squareRoot(), relative: 1e-12))
    #expect(squared.values("v_bary")[0].isNear(140.0.squareRoot(), relative: 1e-12))
    #expect(try table(#"{"offset": {"g_dagger": 1e-9}}"#).lines != alone.lines)
    let fits = try table(#"{"fit": ["linear"]}"#)
    #expect(fits.lines == alone.lines)
  }

  @Test func leaveOutWhatHasNoAcceleration() throws {
    let galaxies = [
      OffsetGalaxy(name: "A", deltas: [0, 0, -.infinity, 0], gas: [-200, -100]).made,
      OffsetGalaxy(name: "B", deltas: [0, 0]).made,
      OffsetGalaxy(name: "C", deltas: [0, 0, 0], flatSpeed: .nan).made,
    ]
    let results = try Self.results(
      galaxies, #""points": {"upsilon_disk": "0.5 + 0 * log10(v_flat)"}"#)
    let (points, leftOut) = (
      try #require(results.tables["p"]), try #require(results.tables["p.left_out"])
    )
    #expect(points.texts("galaxy") == ["A", "B", "B"])
    #expect(points.values("g_rar").allSatisfy { $0 > 0 })
    #expect(
      leftOut.lines == [
        "A g_bar is not positive 2", "A v_obs is zero 1", "C a ratio is missing or negative 3",
      ])
    #expect(
      results.warnings == [
        "p: 3 points of 1 galaxy are left out: a ratio is missing or negative",
        "p: 2 points of 1 galaxy are left out: g_bar is not positive",
        "p: 1 point of 1 galaxy is left out: v_obs is zero",
      ])
  }

  @Test func leaveOutGalaxiesWithoutAnOffsetWhereThatIsAskedFor() throws {
    let galaxies = [
      OffsetGalaxy(name: "A", deltas: [0, 0, 0, 0, 0]).made,
      OffsetGalaxy(name: "B", deltas: [0, 0]).made,
      OffsetGalaxy(name: "C", deltas: [0, 0, 0, 0, 0], flatSpeed: .nan).made,
    ]
    let step = #""points": {}, "of": "offset""#
    func results(_ version: String) throws -> RunResults {
      try Self.results(
        galaxies, step, model: #"{"offset": {}}"#, #", "methods": {"offset": "\#(version)"}"#)
    }
    let usual = try results("v2")
    #expect(Set(try #require(usual.tables["p"]).texts("galaxy")) == ["A", "C"])
    #expect(usual.warnings.last == "p: 2 points of 1 galaxy are left out: too few valid points")
    // Which galaxies have one is a matter of the method of offsets.
    let old = try results("v1_with_r_eff")
    #expect(Set(try #require(old.tables["p"]).texts("galaxy")) == ["A"])
    #expect(
      old.warnings.contains(
        "p: 5 points of 1 galaxy are left out: the catalogue lacks v_flat, luminosity or sb_eff"))
  }

  @Test func areLeftOutAtTheRatiosOfTheStepToo() throws {
    // At Υ_disk = 0.3, where the step is, the gas outweighs the disk at the first point.
    let galaxy = OffsetGalaxy(deltas: [0, 0, 0, 0, 0, 0], gas: [-80]).made
    func results(_ more: String) throws -> RunResults {
      try Self.results(
        [galaxy], #""points": {"upsilon_disk": 0.3}"#, model: #"{"offset": {"valid_at": {}}}"#,
        more)
    }
    let usual = try #require(try results("").tables["p"])
    #expect(usual.rowCount == 5)
    // The old method looked where validity is judged, and had a row without a prediction.
    let old = try #require(
      try results(#", "methods": {"points": "v1_with_offset"}"#).tables["p"])
    #expect(old.rowCount == 6)
    #expect(old.values("g_rar")[0].isNaN)
  }

  @Test func mayHaveNoStarsAtAll() throws {
    let galaxy = OffsetGalaxy(deltas: [0, 0, 0], gas: [50, 50]).made
    let results = try Self.results([galaxy], #""points": {"upsilon_disk": 0, "upsilon_bulge": 0}"#)
    #expect(try #require(results.tables["p"]).values("radius") == [1, 2])
    #expect(results.warnings == ["p: 1 point of 1 galaxy is left out: g_bar is not positive"])
  }

  // MARK: Errors

  /// With V = 20 ± 1 km/s, i = 45 ± 3° and D = 10 ± 2 Mpc.
  @Test func haveTheirErrors() throws {
    var galaxy = Galaxy(
      name: "E",
      curve: RotationCurve(
        radius: [1, 2], observedSpeed: [20, 20], observedSpeedError: [1, 0], gasSpeed: [-3, 3],
        diskSpeed: [10, 10], bulgeSpeed: [5, 5], diskSurfaceBrightness: [0, 0],
        bulgeSurfaceBrightness: [0, 0]))
    (galaxy.distance, galaxy.distanceError) = (10, 2)
    (galaxy.inclination, galaxy.inclinationError) = (45, 3)
    func values(_ change: (inout Galaxy) -> Void = { _ in }) throws -> Table {
      var changed = galaxy
      change(&changed)
      return try #require(
        try Self.results([changed], #""points": {"upsilon_gas": 2}"#).tables["p"])
    }
    let usual = try values()
    let (observed, error) = (usual.values("g_obs")[0], usual.values("e_g_obs")[0])
    let tilt: Double = 6 * Double.pi / 180
    let expected: Double = (0.01 + tilt * tilt + 0.04).squareRoot()
    #expect((error / observed).isNear(expected, relative: 1e-12))
    // 2 · 9, 0.5 · 100 and 0.7 · 25 km²/s² in 1 kpc.
    let parts: [Double] = [1.8, 12.5, 4.375]
    let baryonic: Double = parts.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let known = RadialAcceleration.centripetal(squaredSpeed: baryonic, radius: 1)
    #expect(usual.values("e_g_bar")[0].isNear(known, relative: 1e-12))
    #expect(usual.values("e_g_obs")[1].isNaN, "an error of zero is none")
    #expect(usual.values("e_g_bar")[1] > 0)
    // Edge-on the inclination has no part in it, however uncertain it is.
    let edge = try values { $0.inclination = 90 }
    #expect(
      (edge.values("e_g_obs")[0] / observed).isNear(0.05.squareRoot(), relative: 1e-12))
    let unknown: [(inout Galaxy) -> Void] = [
      { $0.distance = .nan }, { $0.distanceError = .nan }, { $0.inclination = .nan },
      { $0.inclinationError = .nan }, { $0.inclination = 0 },
    ]
    for change in unknown {
      let table = try values(change)
      #expect(table.values("e_g_obs")[0].isNaN)
      #expect(table.values("e_g_bar")[0] == usual.values("e_g_bar")[0])
    }
  }

  // MARK: Mistakes

  @Test func areRefusedWhereTheyNeedOffsets() {
    #expect(
      Self.mistakes(Self.spec(#""points": {}, "of": "offset""#))
        == ["points of galaxies with an offset need offsets"])
    #expect(
      Self.mistakes(
        Self.spec(#""points": {}"#, #", "methods": {"points": "v1_with_offset"}"#))
        == ["'v1_with_offset' needs offsets"])
    #expect(
      Self.mistakes(Self.spec(#""points": {}, "of": "fit""#)) == [
        "unknown choice of galaxies 'fit'"
      ])
  }

  @Test func needAValueOfWhatIsFree() {
    let free = #", "bounds": {"upsilon_disk": [0.1, 2]}"#
    let fit = #"{"fit": ["linear"]}"#
    #expect(
      Self.mistakes(Self.spec(#""points": {}"#, model: fit, free))
        == ["'upsilon_disk' is free, so points need a value of it"])
    #expect(Self.mistakes(Self.spec(#""points": {"upsilon_disk": 1}"#, model: fit, free)) == [])
  }

  @Test func areOneOfSeveralThingsThatAnEmptyModelAllows() {
    let count = #""summarize": "galaxies", "columns": ["points"], "statistics": ["sum"]"#
    #expect(Self.mistakes(Self.spec(count)) == [])
    let nothing = "the model computes nothing"
    for steps in ["", #", "analyses": []"#] {
      #expect(
        Self.mistakes(#"{"upsilon": 1, "name": "a", "dataset": "made-up", "model": {}\#(steps)}"#)
          == [nothing])
    }
    #expect(
      Self.mistakes(
        Self.spec(
          count, #", "grid": {"upsilon_disk": [0.3, 0.5]}, "priors": {"distance": "catalogue"}"#))
        == [
          "nothing is computed over the values of 'upsilon_disk'",
          "nothing is fitted, so nothing can be free",
        ])
    #expect(
      Self.mistakes(Self.spec(count, #", "grid": {"g_dagger": [1e-10]}"#))
        == ["no selected model has the parameter 'g_dagger'"])
    #expect(
      Self.mistakes(Self.spec(#""filter": "fits", "where": "chi2 > 1""#))
        == ["unknown table 'fits'"])
  }
}

/// The relation over the published files.
@Suite(
  "Points of SPARC", .limited, .enabled(if: PublishedFiles.exist, PublishedFiles.advice))
struct PublishedPointsTests {
  @Test func areThoseOfTheRelation() throws {
    let plan = try MadeUp.plan(
      """
      {
        "upsilon": 1, "name": "test", "dataset": "sparc", "model": {},
        "cuts": {
          "galaxies": ["quality < 3", "inclination >= 30"], "points": ["e_v_obs / v_obs < 0.1"]
        },
        "analyses": [
          {"name": "p", "points": {}},
          {"name": "rms", "summarize": "p", "columns": {"left": "log10(g_obs / g_rar)"},
           "statistics": ["rms"]}
        ]
      }
      """, dataset: PublishedFiles.dataset())
    let tables = plan.computed().tables
    let points = try #require(tables["p"])
    #expect(points.rowCount == 2696)
    #expect(Set(points.values("galaxy")).count == 147)
    #expect(points.values("e_g_obs").allSatisfy { $0 > 0 })
    #expect(try #require(tables["p.left_out"]).rowCount == 0)
    #expect(try #require(tables["rms"]).only("rms").isNear(0.133, absolute: 5e-4))
  }

  @Test func areAllButThoseThatArePulledOutward() throws {
    let plan = try MadeUp.plan(
      """
      {"upsilon": 1, "name": "test", "dataset": "sparc", "model": {},
       "analyses": [{"name": "p", "points": {}}]}
      """, dataset: PublishedFiles.dataset())
    let tables = plan.computed().tables
    #expect(try #require(tables["p"]).rowCount == 3389)
    #expect(try #require(tables["p.left_out"]).lines == ["UGC01281 g_bar is not positive 2"])
  }
}
