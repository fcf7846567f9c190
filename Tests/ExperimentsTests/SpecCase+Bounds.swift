extension SpecCase {
  /// Bounds without sense, with models `linear` (omega) and `rational-taper` (omega, r_t).
  static let bounds = [
    SpecCase(
      "reversed bounds", #""bounds": {"omega": ⟨[50, 0]⟩}"#, "the bounds of 'omega' are reversed",
      advice: ["write [0, 50]"]),
    SpecCase(
      "reversed bounds of one model", #""bounds": {"linear": {"omega": ⟨[5, -5]⟩}}"#,
      "the bounds of 'omega' are reversed", advice: ["write [-5, 5]"]),
    SpecCase(
      "one bound", #""bounds": {"omega": ⟨[5]⟩}"#, "bounds are a list of two: lower and upper",
      advice: ["write [0, 50]"]),
    SpecCase(
      "three bounds", #""bounds": {"omega": ⟨[0, 5, 10]⟩}"#,
      "bounds are a list of two: lower and upper"),
    SpecCase(
      "a number for bounds", #""bounds": {"omega": ⟨5⟩}"#,
      "bounds are a list of two: lower and upper"),
    SpecCase(
      "null for a bound", #""bounds": {"omega": [0, ⟨null⟩]}"#,
      "expected a number or an expression, not null", advice: [#"write 50 or "5 * r_max""#]),
    SpecCase(
      "a negative radius", #""bounds": {"r_t": ⟨[-1, 5]⟩}"#,
      "'r_t' cannot be negative: it is a taper radius"),
    SpecCase(
      "a radius of zero at most", #""bounds": {"r_t": ⟨[0, 0]⟩}"#,
      "the upper bound of 'r_t' must be positive"),
    SpecCase(
      "an unknown parameter", #""bounds": {⟨"omga"⟩: [0, 5]}"#,
      "unknown parameter or model 'omga'", advice: ["did you mean 'omega'?"]),
    SpecCase(
      "an unknown model", #""bounds": {⟨"liner"⟩: {"omega": [0, 5]}}"#,
      "unknown parameter or model 'liner'", advice: ["did you mean 'linear'?"]),
    SpecCase(
      "unknown beside broken", #""bounds": {"omega": ⟨[]⟩, ⟨"omga"⟩: [0, 5], ⟨"r_tt"⟩: ⟨7⟩}"#,
      "bounds are a list of two: lower and upper", "unknown parameter or model 'omga'",
      "unknown parameter or model 'r_tt'", "bounds are a list of two: lower and upper"),
    SpecCase(
      "a parameter of no fitted model", #""bounds": {⟨"v_max"⟩: [0, 5]}"#,
      "no selected model has the parameter 'v_max'",
      advice: ["add the model to 'fit', or remove these bounds"]),
    SpecCase(
      "a model that is not fitted", #""bounds": {⟨"tanh-taper"⟩: {"v_max": [0, 5]}}"#,
      "model 'tanh-taper' is not fitted", advice: ["add it to 'fit', or remove these bounds"]),
    SpecCase(
      "a parameter of another model", #""bounds": {"linear": {⟨"r_t"⟩: [1, 5]}}"#,
      "model 'linear' has no parameter 'r_t'", advice: ["choose from omega"]),
    SpecCase(
      "bounds of a model as a whole", #""bounds": {"linear": ⟨[1, 5]⟩}"#,
      "'linear' is a model, and bounds belong to its parameters",
      advice: [#"write {"omega": [0, 50]}"#]),
    SpecCase(
      "a parameter with parts", #""bounds": {⟨"omega"⟩: {"lower": [0, 5]}}"#,
      "'omega' is a parameter: its bounds are a list of two", advice: ["write [0, 50]"]),
    SpecCase(
      "a bound with a mistake of syntax", #""bounds": {"r_t": [0.1, "5 ⟨r_max⟩"]}"#,
      "expected an operator, not 'r_max'", advice: ["a product is written with '*'"]),
    SpecCase(
      "an unknown column in a bound", #""bounds": {"r_t": [0.1, "5 * ⟨r_maks⟩"]}"#,
      "unknown column 'r_maks'", advice: ["did you mean 'r_max'?"]),
    SpecCase(
      "a column of points in a bound", #""bounds": {"r_t": [0.1, "5 * ⟨radius⟩"]}"#,
      "unknown column 'radius'"),
    SpecCase(
      "a bound that is a condition", #""bounds": {"r_t": [0.1, "⟨r_max > 5⟩"]}"#,
      "expected a number, not a condition"),
    SpecCase(
      "a bound that is a word", #""bounds": {"r_t": ["⟨galaxy⟩", 5]}"#,
      "expected a number, not a word"),
  ]
}
