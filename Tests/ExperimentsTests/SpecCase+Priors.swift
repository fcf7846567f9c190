extension SpecCase {
  private static let oneOf =
    "write {\"normal\": …}, {\"lognormal\": …}, {\"uniform\": [0.3, 0.8]} or \"catalogue\""

  /// Priors and free quantities without sense, with models `linear` (omega) and `rational-taper`
  /// (omega, r_t).
  static let priors = [
    SpecCase("a list of priors", #""priors": ⟨[]⟩"#, "expected an object, not a list"),
    SpecCase(
      "an unknown quantity", #""priors": {⟨"upsilon_disc"⟩: {"uniform": [0, 1]}}"#,
      "unknown parameter or model 'upsilon_disc'", advice: ["did you mean 'upsilon_disk'?"]),
    SpecCase(
      "an unknown kind", #""priors": {"upsilon_disk": {⟨"nromal"⟩: {"mean": 1, "sigma": 1}}}"#,
      "unknown key 'nromal'", advice: ["did you mean 'normal'?"]),
    SpecCase(
      "two kinds",
      #""priors": {"distance": ⟨{"uniform": [1, 2], "normal": {"mean": 1, "sigma": 1}}⟩}"#,
      "a quantity has one prior", advice: [oneOf]),
    SpecCase(
      "no kind", #""priors": {"distance": ⟨{}⟩}"#, "a quantity has one prior", advice: [oneOf]),
    SpecCase(
      "an unknown word", #""priors": {"distance": ⟨"catalog"⟩}"#, "unknown prior 'catalog'",
      advice: [oneOf]),
    SpecCase(
      "a number for a prior", #""priors": {"omega": ⟨5⟩}"#, "expected a prior, not a number",
      advice: [oneOf]),
    SpecCase(
      "a normal prior without width", #""priors": {"omega": {"normal": ⟨{⟩"mean": 1}}}"#,
      "missing key 'sigma'"),
    SpecCase(
      "negative widths",
      #""priors": {"omega": {"normal": {"mean": 1, "sigma": ⟨-1⟩}}, "r_t": {"lognormal": {"median": 1, "dex": ⟨-0.1⟩}}}"#,
      "the width of a prior cannot be negative", "the width of a prior cannot be negative",
      advice: Array(repeating: "0 fixes the quantity at the most likely value", count: 2)),
    SpecCase(
      "medians that are not positive",
      #""priors": {"r_t": {"lognormal": {"median": ⟨0⟩, "dex": 1}}, "upsilon_disk": {"lognormal": {"median": ⟨-1⟩, "dex": 1}}}"#,
      "the median of a lognormal prior must be positive",
      "the median of a lognormal prior must be positive"),
    SpecCase(
      "a lognormal prior of what may be negative",
      #""priors": {"linear": {"omega": ⟨{"lognormal": {"median": 1, "dex": 1}}⟩}}"#,
      "a lognormal prior is for positive quantities, and 'omega' is bounded from -50",
      advice: [#"give "bounds": {"omega": [0, …]}"#]),
    SpecCase(
      "a lognormal prior of what may be negative in some galaxy",
      #""bounds": {"linear": {"omega": ["-v_flat", 50]}}, "priors": {"linear": {"omega": ⟨{"lognormal": {"median": 1, "dex": 1}}⟩}}"#,
      "a lognormal prior is for positive quantities, and 'omega' is bounded from -v_flat"),
    SpecCase(
      "a lognormal prior beside bounds that are wrong by themselves",
      #""bounds": {"upsilon_gas": ⟨[-1, 2]⟩}, "priors": {"upsilon_gas": {"lognormal": {"median": 1, "dex": 1}}}"#,
      "'upsilon_gas' lies between 0 and 100"),
    SpecCase(
      "a catalogue without mass-to-light ratios",
      #""priors": {"upsilon_disk": ⟨"catalogue"⟩, "omega": ⟨"catalogue"⟩}"#,
      "the catalogue does not know 'upsilon_disk'", "the catalogue does not know 'omega'",
      advice: Array(
        repeating:
          "it knows distance and inclination; write {\"normal\": …} or {\"lognormal\": …}", count: 2
      )
    ),
    SpecCase(
      "a uniform prior without overlap",
      #""bounds": {"upsilon_disk": [0.3, 0.8]}, "priors": {"upsilon_disk": ⟨{"uniform": [1, 2]}⟩}"#,
      "the prior of 'upsilon_disk' lies outside its bounds", advice: ["they are [0.3, 0.8]"]),
    SpecCase(
      "a fixed value outside the bounds",
      #""bounds": {"distance": [1, 5]}, "priors": {"distance": ⟨{"normal": {"mean": 9, "sigma": 0}}⟩}"#,
      "the prior of 'distance' lies outside its bounds", advice: ["they are [1, 5]"]),
    SpecCase(
      "fixed values that are none",
      #""bounds": {"r_t": ["r_max", 50]}, "priors": {"distance": ⟨{"normal": {"mean": -5, "sigma": 0}}⟩, "r_t": ⟨{"normal": {"mean": 60, "sigma": 0}}⟩}"#,
      "the prior of 'distance' lies outside its bounds",
      "the prior of 'r_t' lies outside its bounds",
      advice: ["they are [0.001, 10000]", "they are […, 50]"]),
    SpecCase(
      "a uniform prior beside an expression",
      #""bounds": {"r_t": [0.1, "5 * r_max"]}, "priors": {"r_t": ⟨{"uniform": [1, 2]}⟩}"#,
      "'r_t' has a uniform prior beside bounds, and one of them depends on the galaxy",
      advice: ["give one range, under 'bounds'"]),
    SpecCase(
      "reversed ends", #""priors": {"upsilon_gas": ⟨{"uniform": [2, 1]}⟩}"#,
      "the bounds of 'upsilon_gas' are reversed", advice: ["write [1, 2]"]),
    SpecCase(
      "values that are none",
      #""bounds": {"inclination": ⟨[0, 90]⟩, "distance": ⟨[0, 5]⟩, "upsilon_gas": ⟨[-1, 2]⟩}"#,
      "'inclination' lies between 1 and 90 deg", "'distance' lies between 0.001 and 10000 Mpc",
      "'upsilon_gas' lies between 0 and 100"),
    SpecCase(
      "an inclination beyond edge-on", #""priors": {"inclination": ⟨{"uniform": [80, 91]}⟩}"#,
      "'inclination' lies between 1 and 90 deg"),
    SpecCase(
      "a free axis",
      #""bounds": {"upsilon_disk": [0.3, 0.8]}, "grid": {⟨"upsilon_disk"⟩: [0.5, 0.7]}"#,
      "'upsilon_disk' is free, so it cannot be an axis",
      advice: ["remove the axis, or the bounds and priors that free it"]),
    SpecCase(
      "a distance as an axis", #""grid": {⟨"distance"⟩: [5]}"#, "'distance' cannot be an axis",
      advice: ["free it under 'bounds' or 'priors'; bounds like [50, 50] fix it"]),
    SpecCase(
      "a prior of what an axis fixes",
      #""grid": {"r_t": [5]}, "priors": {"r_t": ⟨{"normal": {"mean": 5, "sigma": 1}}⟩}"#,
      "'r_t' is an axis of the grid, which fixes it: a prior has no say",
      advice: ["remove the axis or the prior"]),
    SpecCase(
      "a quantity of the galaxy for one model",
      #""bounds": {"linear": {⟨"distance"⟩: [1, 5]}}, "priors": {"linear": {⟨"upsilon_gas"⟩: {"uniform": [1, 2]}}}"#,
      "'distance' belongs to the galaxy, not to model 'linear'",
      "'upsilon_gas' belongs to the galaxy, not to model 'linear'",
      advice: Array(repeating: "free it for all models: write it outside of 'linear'", count: 2)),
    SpecCase(
      "a quantity of the galaxy with parts", #""bounds": {⟨"distance"⟩: {"linear": [1, 5]}}"#,
      "'distance' is a parameter: its bounds are a list of two", advice: ["write [0, 50]"]),
    SpecCase(
      "an unknown parameter of a model",
      #""priors": {"linear": {⟨"r_t"⟩: {"uniform": [1, 5]}}, ⟨"tanh-taper"⟩: {}}"#,
      "model 'linear' has no parameter 'r_t'", "model 'tanh-taper' is not fitted",
      advice: ["choose from omega", "add it to 'fit', or remove these priors"]),
    SpecCase(
      "an expression of nothing",
      #""priors": {"distance": {"normal": {"mean": "⟨distanze⟩", "sigma": 1}}}"#,
      "unknown column 'distanze'", advice: ["did you mean 'distance'?"]),
    SpecCase(
      "free quantities beside offsets",
      text: #"""
        {"upsilon": 1, "name": "test", "dataset": "made-up",
         "model": {"fit": ["linear"], "offset": {}},
         "bounds": {⟨"upsilon_disk"⟩: [0.3, 0.8]}, "priors": {⟨"distance"⟩: "catalogue"}}
        """#,
      "offsets are measured at given ratios, so 'upsilon_disk' cannot be free",
      "offsets are measured at given ratios, so 'distance' cannot be free",
      advice: Array(repeating: "measure the offsets in a spec of their own", count: 2)),
    SpecCase(
      "nothing to free for",
      text: #"""
        {"upsilon": 1, "name": "test", "dataset": "made-up", "model": {"offset": {}},
         "bounds": {⟨"upsilon_disk"⟩: [0.3, 0.8]}}
        """#,
      "offsets are measured at given ratios, so 'upsilon_disk' cannot be free"),
    SpecCase(
      "a word that no bound is",
      #""bounds": {"upsilon_disk": [0.3, 0.8]}, "analyses": [{"name": "a", "filter": "fits", "where": "bound == ⟨'upsilon_bulge upper'⟩"}]"#,
      "unknown bound 'upsilon_bulge upper'"),
  ]
}
