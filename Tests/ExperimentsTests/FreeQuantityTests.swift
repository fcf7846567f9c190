import Galaxies
import Models
import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("A free quantity of the galaxy", .limited)
struct FreeQuantityTests {
  private static func spec(_ more: String) throws -> ExperimentSpec {
    try Reading.spec(MadeUp.spec(more))
  }

  private static func fits(_ more: String, models: String = #"["linear"]"#) throws -> Table {
    let plan = try MadeUp.plan(MadeUp.spec(more, models: models))
    return try #require(plan.computed().tables["fits"])
  }

  @Test func isFreedByBoundsOrByAPrior() throws {
    for more in [
      #""bounds": {"upsilon_disk": [0.3, 0.8]}"#,
      #""priors": {"upsilon_disk": {"lognormal": {"median": 0.5, "dex": 0.1}}}"#,
      #""priors": {"upsilon_disk": {"uniform": [0.3, 0.8]}}"#,
    ] {
      let spec = try Self.spec(more)
      #expect(spec.free.map(\.name) == ["upsilon_disk"])
      #expect(spec.grid.map(\.name) == ["upsilon_bulge", "upsilon_gas"])
    }
  }

  @Test func hasTheDomainAsBoundsWhereThereAreNone() throws {
    let spec = try Self.spec(#""priors": {"inclination": "catalogue", "distance": "catalogue"}"#)
    #expect(
      spec.resolved["bounds"]?["distance"] == [0.001, 10000])
    #expect(spec.resolved["bounds"]?["inclination"] == [1, 90])
    #expect(spec.resolved["priors"] == ["distance": "catalogue", "inclination": "catalogue"])
    #expect(spec.resolved["methods"]?["posterior"] == "v1_maximum_posterior")
  }

  @Test func leavesAGridWithoutAxesWhereAllRatiosAreFree() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(
        #""bounds": {"upsilon_disk": [0.3, 0.8], "upsilon_bulge": [0, 1], "upsilon_gas": [1, 1.4]}"#,
        models: #"["linear"]"#))
    #expect(plan.spec.grid.isEmpty)
    #expect(plan.unitCount == 3)
    let fits = try #require(plan.computed().tables["fits"])
    #expect(fits.schema.keys == ["galaxy", "model"])
    #expect(fits.rowCount == 3)
  }

  @Test func takesTheOverlapOfBoundsAndAUniformPrior() throws {
    let spec = try Self.spec(
      #""bounds": {"upsilon_gas": [0.5, 2]}, "priors": {"upsilon_gas": {"uniform": [1, 3]}}"#)
    #expect(spec.resolved["bounds"]?["upsilon_gas"] == [1, 2])
    #expect(spec.resolved["priors"] == ["upsilon_gas": ["uniform": [1, 2]]])
    #expect(!spec.hasPriors)
    let logarithmic = try Self.spec(
      #""bounds": {"upsilon_gas": [0, 2]}, "priors": {"upsilon_gas": {"loguniform": [1, 3]}}"#)
    #expect(logarithmic.resolved["bounds"]?["upsilon_gas"] == [1, 2])
    #expect(logarithmic.resolved["priors"] == ["upsilon_gas": ["loguniform": [1, 2]]])
    #expect(logarithmic.hasPriors)
  }

  @Test func isFoundWhereAFlatPriorOfItsLogarithmIsAsWithBounds() throws {
    let fixed = #""bounds": {"omega": [3, 3]"#
    let wanted = try Self.fits(fixed + #", "upsilon_disk": [0.1, 9]}"#)
    let found = try Self.fits(fixed + #"}, "priors": {"upsilon_disk": {"loguniform": [0.1, 9]}}"#)
    for column in ["upsilon_disk", "e_upsilon_disk", "chi2"] {
      let (found, wanted) = (try #require(found[column]), try #require(wanted[column]))
      for (found, wanted) in zip(found, wanted) where !wanted.isNaN {
        #expect(found.isNear(wanted, relative: 1e-6, absolute: 1e-9), "\(column)")
      }
    }
    #expect(found["prior_term"]?.prefix(2) == [0, 0])
  }

  /// Gamma has two points; linear has one parameter.
  static let few = [
    (#""priors": {"omega": {"uniform": [0, 50]}, "upsilon_disk": {"uniform": [0.1, 1]}}"#, true),
    (
      #""priors": {"omega": {"loguniform": [1, 50]}, "upsilon_disk": {"loguniform": [0.1, 1]}}"#,
      true
    ),
    (
      #"""
      "priors": {"omega": {"normal": {"mean": 5, "sigma": 5}},
        "upsilon_disk": {"lognormal": {"median": 0.5, "dex": 0.1}}}
      """#, true
    ),
    (#""bounds": {"omega": [0, 50]}, "priors": {"upsilon_disk": {"uniform": [0.1, 1]}}"#, false),
    (#""bounds": {"upsilon_disk": [0.1, 1]}, "priors": {"omega": {"uniform": [0, 50]}}"#, false),
    (#""bounds": {"omega": [5, 5]}, "priors": {"upsilon_disk": {"uniform": [0.1, 1]}}"#, true),
    // The galaxy has no gas, whose ratio is not free.
    (
      #"""
      "bounds": {"upsilon_gas": [0, 2]},
      "priors": {"omega": {"uniform": [0, 50]}, "upsilon_disk": {"uniform": [0.1, 1]}}
      """#, true
    ),
  ]

  @Test(arguments: few)
  func needsNoMorePointsThanQuantitiesWhereAllHavePriors(_ more: String, isFitted: Bool) throws {
    let plan = try MadeUp.plan(MadeUp.spec(more, models: #"["linear"]"#))
    let resolved = String(decoding: plan.spec.resolved.readableBytes, as: UTF8.self)
    // What is read again from the resolved spec is as well known.
    for plan in [plan, try MadeUp.plan(resolved)] {
      let fits = try #require(plan.computed().tables["fits"])
      #expect(try #require(fits["chi2"])[2].isNaN == !isFitted)
    }
  }

  @Test func leavesNoReducedChiSquaredWithoutDegreesOfFreedom() throws {
    let fits = try Self.fits(Self.few[0].0)
    #expect(fits["dof"] == [4, 2, 0])
    let reduced = try #require(fits["chi2_reduced"])
    #expect(reduced[0].isFinite && reduced[1].isFinite && reduced[2].isNaN)
  }

  @Test func isPlannedForFewPointsWhereAllHavePriors() throws {
    let cuts = #""cuts": {"galaxies": ["points == 2"]}, "#
    for (more, isFitted) in Self.few {
      let report = InputReport()
      let source = SourceText(
        name: "test.json", text: MadeUp.spec(cuts + more, models: #"["linear"]"#))
      _ = MadeUp.plan(source, report)
      #expect(report.hasErrors == !isFitted, "\(more)")
    }
  }

  @Test func isALognormalDistanceOfTheCatalogue() throws {
    var galaxies = MadeUp.galaxies
    for index in galaxies.indices {
      (galaxies[index].distance, galaxies[index].distanceError) = (10, 2)
    }
    let dataset = Dataset(name: "made-up", galaxies: galaxies, inputs: MadeUp.inputs)
    let plan = try MadeUp.plan(
      MadeUp.spec(#""priors": {"distance": {"catalogue": "lognormal"}}"#, models: #"["linear"]"#),
      dataset: dataset)
    let table = try #require(plan.computed().tables["information"])
    #expect(Set(table.values("prior_centre")) == [10])
    for width in table.values("prior_width") {
      #expect(width.isNear(0.2 / 2.302_585_092_994_046, relative: 1e-14))
    }
    #expect(table.text(row: 0, of: "prior") == "catalogue_lognormal")
  }

  /// Ratios that are zero are without stars and gas, wherever they come from.
  @Test func mayBeZero() throws {
    let wanted = try Self.fits(#""grid": {"upsilon_disk": [0]}"#)
    #expect(try #require(wanted["omega"]).prefix(2) == [10, 5])
    for more in [
      #""bounds": {"upsilon_disk": [0, 0]}"#,
      #""priors": {"upsilon_disk": {"normal": {"mean": 0, "sigma": 0}}}"#,
      #""priors": {"upsilon_disk": {"uniform": [0, 0]}}"#,
      #""bounds": {"upsilon_disk": [0, 0], "upsilon_gas": [0, 0], "upsilon_bulge": [0, 0]}"#,
      #""grid": {"upsilon_disk": [0], "upsilon_gas": [0], "upsilon_bulge": [0]}"#,
    ] {
      let found = try Self.fits(more)
      for column in ["omega", "e_omega", "chi2", "status"] {
        let (found, wanted) = (try #require(found[column]), try #require(wanted[column]))
        #expect(found.map(\.bitPattern) == wanted.map(\.bitPattern), "\(more) \(column)")
      }
    }
  }

  /// A halo that is all core has the limit c200 = 0; a taper radius of zero is none.
  @Test func isFixedAtZeroWhereTheCardReachesIt() throws {
    for more in [
      #""grid": {"c200": [0]}"#, #""bounds": {"c200": [0, 0]}"#,
      #""priors": {"c200": {"normal": {"mean": 0, "sigma": 0}}}"#,
    ] {
      let fits = try Self.fits(more, models: #"["burkert"]"#)
      #expect(try #require(fits["chi2"]).prefix(2).allSatisfy { $0.isFinite }, "\(more)")
    }
    for more in [
      #""grid": {"r_t": [0]}"#, #""grid": {"r_t": [0]}, "bounds": {"r_t": [0, 5]}"#,
      #""grid": {"r_t": [-1]}, "bounds": {"r_t": ["-r_disk", 5]}"#,
      #""bounds": {"r_t": [0, 0]}"#, #""priors": {"r_t": {"uniform": [0, 0]}}"#,
      #""bounds": {"r_t": [0, 5]}, "priors": {"r_t": {"normal": {"mean": 0, "sigma": 0}}}"#,
      #""bounds": {"r_t": ["0 * r_disk", 5]}, "priors": {"r_t": {"normal": {"mean": 0, "sigma": 0}}}"#,
    ] {
      let report = InputReport()
      let source = SourceText(
        name: "test.json", text: MadeUp.spec(more, models: #"["rational-taper"]"#))
      _ = MadeUp.plan(source, report)
      #expect(report.diagnostics.count == 1, "\(more)")
    }
  }

  @Test func isAColumnAfterTheParameters() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(
        #""bounds": {"distance": [1, 9], "upsilon_gas": [0.5, 2]}, "priors": {"omega": {"normal": {"mean": 0, "sigma": 1}}}"#
      ))
    let columns = try #require(plan.schemas["fits"]).columns.map(\.name)
    #expect(
      columns == [
        "upsilon_disk", "upsilon_bulge", "galaxy", "model", "method", "status", "bound", "reason",
        "omega", "e_omega", "r_t", "e_r_t", "upsilon_gas", "e_upsilon_gas", "distance",
        "e_distance", "chi2", "dof", "chi2_reduced", "prior_term", "rmse", "rmse_outer", "bic",
        "aic", "aicc", "map_bic", "laplace", "points", "v_obs_below_v_bary", "baryon_excess",
        "clamped_points", "replaced_errors",
      ])
  }

  @Test func namesTheBoundItLiesOn() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(#""bounds": {"upsilon_gas": [0.5, 2]}"#, models: #"["linear", "rational-taper"]"#)
    )
    let words = try #require(plan.schemas["fits"]?["bound"]?.vocabulary)
    #expect(Set(words).count == words.count)
    // Three ways for each quantity, less the one without any bound: 9 + 27 - 2, and 3 of both
    // models are the same: those of omega and upsilon_gas.
    #expect(words.count == 26)
    #expect(words.contains("omega upper, r_t lower, upsilon_gas upper"))
  }

  /// Bounds and priors without width, and a grid, that say the same.
  static let fixed = [
    #""bounds": {"upsilon_disk": [0.7, 0.7]}"#,
    #""bounds": {"upsilon_disk": ["0.7", "0.7"]}"#,
    #""priors": {"upsilon_disk": {"normal": {"mean": 0.7, "sigma": 0}}}"#,
    #""priors": {"upsilon_disk": {"lognormal": {"median": 0.7, "dex": 0}}}"#,
    #""priors": {"upsilon_disk": {"uniform": [0.7, 0.7]}}"#,
    #""bounds": {"upsilon_disk": [0.1, 0.7]}, "priors": {"upsilon_disk": {"uniform": [0.7, 2]}}"#,
  ]

  @Test(arguments: fixed)
  func isAFixedValueWithoutWidth(_ more: String) throws {
    let wanted = try Self.fits(#""grid": {"upsilon_disk": [0.7]}"#)
    let found = try Self.fits(more)
    #expect(found["upsilon_disk"] == [0.7, 0.7, 0.7])
    #expect(found["e_upsilon_disk"]?.allSatisfy(\.isNaN) == true)
    for column in ["omega", "e_omega", "chi2", "dof", "bic", "aic", "rmse", "status", "bound"] {
      let (found, wanted) = (try #require(found[column]), try #require(wanted[column]))
      #expect(found.map(\.bitPattern) == wanted.map(\.bitPattern), "\(column)")
    }
    #expect(found["prior_term"]?.allSatisfy { $0 == 0 } ?? true)
  }

  @Test func isMissingWhereTheGalaxyHasNoBulge() throws {
    let plain = try Self.fits("")
    let table = try Self.fits(
      #""priors": {"upsilon_bulge": {"normal": {"mean": 0.7, "sigma": 0.1}}}"#)
    #expect(table["upsilon_bulge"]?.allSatisfy(\.isNaN) == true)
    #expect(table["e_upsilon_bulge"]?.allSatisfy(\.isNaN) == true)
    #expect(table["prior_term"] == [0, 0, 0])
    for column in ["omega", "chi2", "dof", "bic", "aic"] { #expect(table[column] == plain[column]) }
  }

  @Test func isRefusedWhereTheCatalogueDoesNotKnowIt() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(#""priors": {"distance": "catalogue"}"#, models: #"["linear"]"#))
    let results = plan.computed()
    #expect(
      results.warnings.contains(
        "3 of 3 units were refused: a prior has no value for this galaxy"))
    let table = try #require(results.tables["fits"])
    let status = try #require(table.schema.index(of: "status"))
    let reason = try #require(table.schema.index(of: "reason"))
    for row in 0..<table.rowCount {
      #expect(table.text(row: row, column: status) == "refused")
      #expect(table.text(row: row, column: reason) == "a prior has no value for this galaxy")
    }
  }

  @Test func isRefusedWhereItsBoundsHaveNoValue() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(
        #""bounds": {"inclination": ["inclination - v_flat / 10", "inclination + v_flat / 10"]}"#,
        models: #"["linear"]"#))
    let results = plan.computed()
    #expect(
      results.warnings.contains("1 of 3 units were refused: a bound has no value for this galaxy"))
    let bounds = try #require(results.tables["bounds"])
    for (column, wanted) in [("lower", [50.0, 35]), ("upper", [70, 45])] {
      let found = try #require(bounds[column])
      #expect(Array(found.prefix(2)) == wanted)
      #expect(found[2].isNaN)
    }
  }

  @Test func needsNoPointWhereBoundsOfTheGalaxyFixIt() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(
        #""cuts": {"galaxies": ["points == 2"]}, "bounds": {"inclination": ["inclination", "inclination"]}"#,
        models: #"["linear"]"#))
    #expect(try #require(plan.computed().tables["fits"])["dof"] == [1])
  }

  @Test func tellsEveryReasonWithoutAFit() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(
        #""bounds": {"upsilon_disk": ["(points - 3) / 10", "inclination / 50"]}"#,
        models: #"["rational-taper"]"#))
    #expect(
      plan.computed().warnings.contains(
        "1 of 3 units were refused: a mass-to-light ratio, distance or inclination is bounded "
          + "outside the values that make sense"))
    let other = try MadeUp.plan(
      MadeUp.spec(
        #""bounds": {"upsilon_disk": ["(points - 3) / 10", "inclination / 250"]}"#,
        models: #"["rational-taper"]"#))
    #expect(
      other.computed().warnings.contains(
        "2 of 3 units were refused: the bounds are reversed for this galaxy (1), a mass-to-light "
          + "ratio, distance or inclination is bounded outside the values that make sense (1)"))
  }

  @Test func mayHaveALognormalPriorBesideBoundsThatDependOnTheGalaxy() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(
        #"""
        "bounds": {"inclination": ["inclination - 5", "inclination + 5"], "k": ["0.1 * r_disk", 20]},
        "priors": {
          "inclination": {"lognormal": {"median": "inclination", "dex": 0.02}},
          "k": {"lognormal": {"median": 2, "dex": 0.3}}
        }
        """#, models: #"["rational-taper-kRd"]"#))
    let fits = try #require(plan.computed().tables["fits"])
    let inclination = try #require(fits["inclination"])
    #expect((55...65).contains(inclination[0]))
  }

  @Test func hidesTheCatalogueUnderItsNameButNotBesideIt() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(
        #"""
        "bounds": {"inclination": ["inclination - 5", "inclination + 5"]},
        "analyses": [{"name": "moved", "derive": "fits",
          "columns": {"by": "inclination - galaxies.inclination"}}]
        """#, models: #"["linear"]"#))
    let tables = plan.computed().tables
    let (by, inclination) = (
      try #require(tables["moved"]?["by"]), try #require(tables["fits"]?["inclination"])
    )
    for (row, catalogue) in [60.0, 40, 20].enumerated() where !inclination[row].isNaN {
      #expect(by[row] == inclination[row] - catalogue)
      #expect(by[row].magnitude <= 5)
    }
    #expect(tables["bounds"]?["lower"] == [55, 35, 15])
  }
}
