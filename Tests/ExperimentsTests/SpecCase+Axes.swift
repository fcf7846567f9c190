extension SpecCase {
  /// A sound spec with one axis of mass-to-light ratios.
  private static func disk(
    _ axis: String, _ what: String, _ message: String, advice: [String] = []
  ) -> SpecCase {
    SpecCase(what, #""grid": {"upsilon_disk": \#(axis)}"#, message, advice: advice)
  }

  /// Axes without sense.
  static let axes = [
    SpecCase(
      "an unknown axis", #""grid": {⟨"upsilon_dsk"⟩: [1]}"#, "unknown axis 'upsilon_dsk'",
      advice: ["did you mean 'upsilon_disk'?"]),
    SpecCase(
      "an axis of a model that is not fitted", #""grid": {⟨"k"⟩: [1]}"#,
      "no selected model has the parameter 'k'",
      advice: ["add the model to 'fit', or remove this axis"]),
    SpecCase(
      "an unknown axis beside a broken one", #""grid": {"upsilon_disk": ⟨[]⟩, ⟨"omga"⟩: [1]}"#,
      "an axis needs at least one value", "unknown axis 'omga'"),
    disk("⟨[]⟩", "no value", "an axis needs at least one value"),
    disk("[1, 2, ⟨1.0⟩]", "a value twice", "1 stands twice in this axis"),
    SpecCase(
      "two values twice", #""grid": {"upsilon_disk": [1, ⟨1⟩, 2, ⟨2⟩]}"#,
      "1 stands twice in this axis", "2 stands twice in this axis"),
    disk(
      #"{"from": 0.2, "through": 1.5, "step": ⟨0.4⟩}"#, "a step that does not divide the range",
      "the step does not divide the range", advice: ["end the range at 1.4 or 1.8"]),
    disk(
      #"{"from": 0.2, "through": 1, "step": ⟨5⟩}"#, "a step longer than the range",
      "the step does not divide the range", advice: ["end the range at 5.2 or beyond"]),
    disk(
      #"{"from": 1, "through": 2, "step": ⟨0⟩}"#, "a step of zero", "the step must be positive"),
    disk(
      #"{"from": 1, "through": 2, "step": ⟨-1⟩}"#, "a negative step", "the step must be positive"),
    disk(
      #"{"from": 1, "through": 2, "step": ⟨1e-9⟩}"#, "a tiny step",
      "the range has more than a million values"),
    disk(
      #"⟨{"from": 1, "through": 2, "step": 0.12345678901234567890123}⟩"#,
      "a step of too many digits", "the range has too many digits for decimal steps",
      advice: ["write the values as a list"]),
    disk(
      #"{"from": 2, "through": ⟨1⟩, "step": 1}"#, "a backwards range", "the range runs backwards",
      advice: ["'through' must be larger than 'from'"]),
    disk(
      #"{"from": 2, "through": ⟨1⟩, "count": 3}"#, "a backwards range with a count",
      "the range runs backwards"),
    disk(
      #"{"from": 1, "through": 2, "step": 1, "count": ⟨2⟩}"#, "step and count",
      "a range has a step or a count, not both"),
    disk(
      #"{"from": ⟨1⟩, "through": 2}"#, "neither step nor count", "a range needs a step or a count"),
    disk(#"⟨{⟩"from": 1, "step": 1}"#, "a range without an end", "missing key 'through'"),
    disk(
      #"{"from": ⟨0⟩, "through": 2, "count": 3, "scale": "log"}"#, "a log range from zero",
      "a range in equal ratios starts above zero"),
    disk(
      #"{"from": 1, "through": 2, "count": 3, "scale": ⟨"lgo"⟩}"#, "an unknown scale",
      "unknown scale 'lgo'", advice: ["did you mean 'log'?"]),
    disk(
      #"{"from": 1, "through": 2, "step": 1, "scale": ⟨"log"⟩}"#, "a scale with a step",
      "a scale goes with a count, not with a step"),
    disk(
      #"{"from": 1, "through": 2, "count": ⟨1⟩}"#, "a count of one",
      "expected a whole number of at least 2"),
    disk(
      #"{"from": 1, "through": 2, "count": ⟨2000000⟩}"#, "a huge count",
      "the range has more than a million values"),
    disk(
      #"⟨{"from": 1e-200, "through": 1e200, "count": 3, "scale": "log"}⟩"#, "a range too wide",
      "the range is too wide for doubles"),
    disk(
      #"⟨{"from": 1, "through": 1.0000000000000002, "count": 4}⟩"#, "a range too narrow",
      "the values lie too close together for doubles"),
    SpecCase(
      "ratios that are not positive",
      #""grid": {"upsilon_disk": [0.5, ⟨0⟩], "upsilon_bulge": [⟨-0.7⟩], "upsilon_gas": [⟨0⟩, 1]}"#,
      "upsilon_disk is 0: a mass-to-light ratio is positive",
      "upsilon_bulge is -0.7: a mass-to-light ratio is positive",
      "upsilon_gas is 0: a mass-to-light ratio is positive"),
    disk(
      #"⟨{"from": -1, "through": 1, "step": 0.1}⟩"#, "a range of ratios from below zero",
      "upsilon_disk is -1: a mass-to-light ratio is positive"),
    SpecCase(
      "a value outside the bounds of the card", #""grid": {"omega": [10, ⟨60⟩]}"#,
      models: #"["linear"]"#, "omega 60 is outside its bounds [-50, 50] of 'linear'",
      advice: ["widen the bounds, or drop the value"]),
    SpecCase(
      "a value outside the bounds of the spec",
      #""grid": {"omega": [10, ⟨60⟩]}, "bounds": {"omega": [0, 20]}"#,
      models: #"["linear"]"#, "omega 60 is outside its bounds [0, 20] of 'linear'"),
  ]
}
