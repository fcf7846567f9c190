import Plans
import Specs
import Support
import TestKit
import Testing

@Suite("A resolved spec", .limited)
struct ResolvedSpecTests {
  /// A spec that uses every key.
  static let whole = MadeUp.spec(
    #"""
    "question": "Why?", "source": "A paper",
      "cuts": {"galaxies": ["quality<3"], "points": ["radius > 0.1"]},
      "grid": {"omega": [1, 2], "upsilon_disk": {"from": 0.2, "through": 0.4, "step": 0.1}},
      "bounds": {"omega": [0, 40], "rational-taper": {"r_t": [0.1, "5*r_max"]}},
      "methods": {"linear": "v1_fixed_ML"},
      "analyses": [
        {"name": "a", "derive": "fits", "columns": {"x": "chi2 + 1", "y": {"expression": "x*2", "unit": "kpc"}}},
        {"name": "b", "filter": "a", "where": "x > 1 and model == 'linear'"},
        {"name": "c", "summarize": "a", "columns": ["x", "y"], "statistics": ["count", "p16"],
         "by": ["model", {"type": {"early": "hubble_type < 3", "late": "true"}}], "per": []},
        {"name": "d", "summarize": "a", "columns": {"z": "x/y"}, "statistics": ["rms"], "by": "status"},
        {"name": "e", "compare": "fits", "models": ["linear", "rational-taper"], "criterion": "aic",
         "threshold": 1, "where": "rmse < 50"},
        {"name": "f", "select": "fits", "minimum": "chi2", "within": 0.5, "by": "galaxy", "where": "dof > 1"},
        {"name": "g", "select": "fits", "maximum": "chi2"}
      ],
      "outputs": {"tables": ["a", "c", "fits", "e.counts"], "figures": []},
      "expect": [
        {"table": "a", "where": "x > 0", "column": "x", "statistic": "mean", "equals": 1, "within": 0.1},
        {"table": "c", "column": "count", "at_least": 1, "source": "Table 1"},
        {"table": "c", "column": "count", "at_most": 9},
        {"table": "fits", "column": "status", "equals": "interior"},
        {"table": "fits", "column": "v_obs_below_v_bary", "equals": true},
        {"table": "fits", "statistic": "count", "equals": 12}
      ],
      "limits": {"units": 100, "refused": 3}
    """#)

  /// A spec with every kind of prior.
  static let free = MadeUp.spec(
    #"""
    "bounds": {"inclination": [30, "if(inclination > 80, 90, 85)"], "upsilon_gas": [1, 1.4],
      "upsilon_bulge": [0.3, 1]},
      "priors": {
        "omega": {"normal": {"mean": 0, "sigma": 10.0}},
        "rational-taper": {"r_t": {"lognormal": {"median": "2*r_disk", "dex": 0.3}}},
        "upsilon_disk": {"lognormal": {"median": 0.5, "dex": 0.1}},
        "distance": "catalogue", "inclination": "catalogue"
      }
    """#)

  /// Flat priors, some of whose ends depend on the galaxy, and a lognormal distance.
  static let flat = MadeUp.spec(
    #"""
    "priors": {
      "omega": {"uniform": [0, 10]}, "linear": {"omega": {"uniform": ["-v_flat", 7]}},
      "upsilon_gas": {"loguniform": [0.5, 1.2]}, "distance": {"catalogue": "lognormal"},
      "r_t": {"loguniform": [0.1, "5 * r_max"]}, "inclination": {"uniform": [10, "inclination + 5"]}
    }
    """#)

  @Test(arguments: [whole, free, flat])
  func isReadAsTheSame(_ spec: String) throws {
    let plan = try MadeUp.plan(spec)
    let text = String(decoding: plan.spec.resolved.readableBytes, as: UTF8.self)
    let again = try MadeUp.plan(text)
    #expect(again.spec.resolved == plan.spec.resolved)
    #expect(again.identity == plan.identity)
  }

  @Test func isReadAsTheSameWhateverTheDataset() throws {
    for dataset in [
      #""mock""#, #"{"mock": {"galaxies": 3}}"#, #"{"path": "mine", "format": "csv"}"#,
      #"{"mock": {"law": "nfw"}}"#,
      #"{"mock": {"draw": {"distance": {"catalogue": "lognormal"}, "inclination": "catalogue"}}}"#,
      #"""
      {"mock": {"law": "einasto", "parameters": {"alpha": {"normal": {"mean": 0.2, "sigma": 0.1}},
        "v200": {"lognormal": {"median": 100, "dex": 0.2}}, "c200": {"uniform": [3, 30]}},
        "draw": {"upsilon_gas": {"uniform": [1, 1.4]}, "upsilon_disk": {"loguniform": [0.2, 1]}}}}
      """#,
    ] {
      let text = MadeUp.spec().replacing(#""made-up""#, with: dataset)
      let spec = try Reading.spec(text)
      let again = try Reading.spec(String(decoding: spec.resolved.readableBytes, as: UTF8.self))
      #expect(again.resolved == spec.resolved)
      #expect(again.dataset == spec.dataset)
    }
  }

  @Test func writesOutEveryDefault() throws {
    let resolved = try Reading.spec(MadeUp.spec()).resolved
    #expect(
      resolved["grid"] == ["upsilon_disk": [0.5], "upsilon_bulge": [0.7], "upsilon_gas": [1]])
    #expect(
      resolved["bounds"] == [
        "linear": ["omega": [-50, 50]],
        "rational-taper": ["omega": [0, 50], "r_t": [0.1, 50]],
      ])
    #expect(
      resolved["methods"] == [
        "linear": "v1_fixed_ML", "rational-taper": "v1_rational_taper", "search": "v2_lanes",
      ])
    #expect(resolved["limits"] == ["units": 1_000_000, "refused": .null])
    #expect(resolved["outputs"] == ["tables": .null, "figures": []])
    #expect(resolved["question"] == "")
  }

  @Test func putsTheBoundsOfOneModelBeforeThoseOfAll() throws {
    for text in [
      #""bounds": {"omega": [0, 10], "linear": {"omega": [-5, 5]}}"#,
      #""bounds": {"linear": {"omega": [-5, 5]}, "omega": [0, 10]}"#,
    ] {
      let resolved = try Reading.spec(MadeUp.spec(text)).resolved
      #expect(resolved["bounds"]?["linear"] == ["omega": [-5, 5]])
      #expect(resolved["bounds"]?["rational-taper"]?["omega"] == [0, 10])
    }
  }

  @Test func keepsFiguresAsTheyAreWritten() throws {
    let figures =
      #"["chi2-cdf", {"name": "f", "table": "fits", "mark": "point", "x": "k", "y": 1}]"#
    let resolved = try Reading.spec(MadeUp.spec(#""outputs": {"figures": \#(figures)}"#)).resolved
    let node = JSONParser.parse(SourceText(name: "figures", text: figures), InputReport())
    #expect(resolved["outputs"]?["figures"] == node?.plain)
  }

  @Test func tellsAFigureThatIsUnknown() throws {
    let marked = MarkedText(MadeUp.spec(#""outputs": {"figures": [⟨"galery"⟩]}"#))
    let report = InputReport()
    _ = MadeUp.plan(marked.source, report)
    #expect(report.messages == ["unknown figure 'galery'"])
    #expect(report.advice == ["did you mean 'gallery'?"])
    #expect(report.places == marked.places)
  }

  @Test func tellsWhatAFigureLacks() throws {
    let marked = MarkedText(
      MadeUp.spec(
        #""outputs": {"figures": [⟨"rotation-curve"⟩, {"name": "f", "table": ⟨"curve"⟩, "#
          + #""mark": "point", "x": "radius", "y": "v_obs"}]}"#))
    let report = InputReport()
    _ = MadeUp.plan(marked.source, report)
    #expect(
      report.messages == [
        "the figure needs table 'curves', which the spec does not make or keep",
        "the figure needs table 'curve', which the spec does not make",
      ])
    #expect(report.advice.first?.contains(#"{"name": "curves", "curves": "fits""#) == true)
    #expect(report.places == marked.places)
  }

  @Test func refusesAFigureOfATableThatIsNotKept() throws {
    let marked = MarkedText(
      MadeUp.spec(
        #""analyses": [{"name": "a", "filter": "fits", "where": "dof > 0"}], "#
          + #""outputs": {"tables": ["a"], "figures": [{"name": "f", "table": ⟨"fits"⟩, "#
          + #""mark": "point", "x": "chi2", "y": "dof"}]}"#))
    let report = InputReport()
    _ = MadeUp.plan(marked.source, report)
    #expect(
      report.messages == ["the figure reads table 'fits', which 'outputs' does not keep"])
    #expect(report.places == marked.places)
  }
}
