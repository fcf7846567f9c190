import Plans
import Steps
import Tables
import TestKit
import Testing

@Suite("The table of information", .limited)
struct InformationTableTests {
  /// A parameter with a prior, a lognormal and a normal quantity of the galaxy, one with bounds
  /// alone.
  private static let spec = MadeUp.spec(
    #"""
    "bounds": {"upsilon_gas": [0.5, 2.5]},
      "priors": {
        "omega": {"normal": {"mean": 0, "sigma": 10}},
        "upsilon_disk": {"lognormal": {"median": 0.5, "dex": 0.1}},
        "inclination": {"normal": {"mean": "inclination", "sigma": 5}}
      }
    """#, models: #"["linear"]"#)

  /// The results for records that are given: value and error of omega, upsilon_disk, upsilon_gas,
  /// inclination.
  private static func results(_ records: [[Double]], _ spec: String = spec) throws -> RunResults {
    let plan = try MadeUp.plan(spec)
    let width = plan.computations[0].recordWidth
    return plan.results(
      from: [
        records.flatMap { $0 + [Double](repeating: .nan, count: width - $0.count) }
      ])
  }

  private static let records: [[Double]] = [
    [5, 5, 1, 0.230_258_509_299_404_58, 2, 0.2886751345948129, 65, 4.75],
    [-10, .nan, 0.5, 0.05, .nan, .nan, 40, .nan],
    [],
  ]

  @Test func comparesErrorsWithPriors() throws {
    let table = try #require(try Self.results(Self.records).tables["information"])
    #expect(
      table.header
        == "upsilon_bulge galaxy model parameter value error prior prior_centre prior_width ratio pull"
    )
    #expect(table.schema.keys == ["upsilon_bulge", "galaxy", "model", "parameter"])
    func words(_ column: String) throws -> [String] {
      let index = try #require(table.schema.index(of: column))
      return (0..<table.rowCount).map { table.text(row: $0, column: index) }
    }
    // Beta has no gas ratio here, and Gamma no fit.
    #expect(
      try words("galaxy") == ["Alpha", "Alpha", "Alpha", "Alpha", "Beta", "Beta", "Beta"])
    #expect(
      try words("parameter") == [
        "omega", "upsilon_disk", "upsilon_gas", "inclination", "omega", "upsilon_disk",
        "inclination",
      ])
    #expect(
      try words("prior") == [
        "normal", "lognormal", "uniform", "normal", "normal", "lognormal", "normal",
      ])
    #expect(table["prior_centre"] == [0, 0.5, 1.5, 60, 0, 0.5, 40])
    // A uniform prior is as wide as its range over the root of twelve.
    let widths = [10, 0.1, 0.577_350_269_189_625_8, 5, 10, 0.1, 5]
    // An error of 1 · ln 10 · 0.1 at a value of 1 is 0.1 dex; log10 of 1 over 0.5 is 3.01 widths.
    let ratios = [0.5, 1, 0.5, 0.95, .nan, 0.434_294_481_903_251_8, .nan]
    let pulls = [0.5, 3.010_299_956_639_812, 0.866_025_403_784_438_6, 1, -1, 0, 0]
    for (column, wanted) in [("prior_width", widths), ("ratio", ratios), ("pull", pulls)] {
      let found = try #require(table[column])
      for (found, wanted) in zip(found, wanted) {
        #expect(
          wanted.isNaN ? found.isNaN : found.isNear(wanted, relative: 1e-14, absolute: 1e-15),
          "\(column): \(found) for \(wanted)")
      }
    }
  }

  @Test func warnsOfWhatIsLittleMoreThanItsPrior() throws {
    let warnings = try Self.results(Self.records).warnings
    #expect(
      warnings.contains(
        "little more than their prior, with over 0.9 of its width: upsilon_disk in 1 of 2 fits, "
          + "inclination in 1 of 1 fits; see 'information'"))
  }

  /// Pulls of 3.5 and -4 widths of omega, of 2 and 3.01 of the disk's ratio.
  @Test func warnsOfWhatLiesFarFromItsPrior() throws {
    let records: [[Double]] = [
      [35, 1, 0.5 * 1.584_893_192_461_113_5, 0.05, 2, 0.1, 65, 1],
      [-40, 1, 1, 0.05, .nan, .nan, 40, 1], [30, 1, 0.5, 0.05, .nan, .nan, 20, 1],
    ]
    let warnings = try Self.results(records).warnings.filter { $0.contains("widths") }
    #expect(
      warnings == [
        "2 of 3 fits of 'linear' have 'omega' more than 3 widths from the centre of its prior, 'Beta' "
          + "farthest; see 'information'",
        "1 of 3 fits of 'linear' have 'upsilon_disk' more than 3 widths from the centre of its prior, "
          + "'Beta' farthest; see 'information'",
      ])
  }

  /// Between 0.1 and 10, flat in the logarithm, the middle is 1 and the width 2 dex over √12.
  @Test func measuresAFlatPriorOfTheLogarithmInDex() throws {
    let spec = MadeUp.spec(
      #""priors": {"upsilon_disk": {"loguniform": [0.1, 10]}}"#, models: #"["linear"]"#)
    let table = try #require(
      try Self.results([[1, 1, 10, 2.302_585_092_994_046], [], []], spec).tables["information"])
    #expect(table.text(row: 0, of: "prior") == "loguniform")
    let width = 0.577_350_269_189_625_8
    for (column, wanted) in [
      ("prior_centre", 1), ("prior_width", width), ("ratio", 0.1 / width), ("pull", 1 / width),
    ] {
      #expect(try #require(table[column])[0].isNear(wanted, relative: 1e-14), "\(column)")
    }
  }

  @Test func leavesOutWhatIsFixed() throws {
    let spec = MadeUp.spec(
      #"""
      "bounds": {"upsilon_gas": [1, 1]}, "priors": {
        "upsilon_disk": {"normal": {"mean": 0.5, "sigma": 0}},
        "inclination": {"normal": {"mean": "inclination", "sigma": "if(inclination > 30, 5, 0)"}}}
      """#, models: #"["linear"]"#)
    let records: [[Double]] = [
      [1, 1, 0.5, .nan, 1, .nan, 50, 1], [], [1, 1, 0.5, .nan, 1, .nan, 20],
    ]
    let table = try #require(try Self.results(records, spec).tables["information"])
    let parameter = try #require(table.schema.index(of: "parameter"))
    #expect((0..<table.rowCount).map { table.text(row: $0, column: parameter) } == ["inclination"])
  }

  @Test func isMadeOnlyWhereSomethingIsKnownBeforehand() throws {
    for (more, isMade) in [
      ("", false), (#""bounds": {"omega": [0, 5]}"#, false),
      (#""bounds": {"upsilon_disk": [0.3, 0.8]}"#, true),
      (#""priors": {"omega": {"uniform": [0, 5]}}"#, false),
      (#""priors": {"omega": {"loguniform": [1, 5]}}"#, true),
      (#""priors": {"r_t": {"lognormal": {"median": 2, "dex": 0.3}}}"#, true),
    ] {
      let plan = try MadeUp.plan(MadeUp.spec(more))
      #expect((plan.schemas["information"] != nil) == isMade, "\(more)")
    }
  }

  @Test func isKeptAndReadByAnalyses() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(
        #"""
        "bounds": {"upsilon_disk": [0.3, 0.8]},
        "analyses": [{"name": "mean", "summarize": "information", "by": "parameter",
          "columns": ["ratio"], "statistics": ["count"]}],
        "outputs": {"tables": ["mean"]},
        "expect": [{"table": "information", "where": "ratio > 0.9", "statistic": "count", "at_most": 9}]
        """#))
    #expect(plan.schemas["mean"] != nil)
    #expect(plan.keeps("information") && plan.computed().tables["information"] != nil)
  }
}
