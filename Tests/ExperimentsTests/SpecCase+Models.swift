extension SpecCase {
  /// Models and methods that are not there.
  static let models = [
    SpecCase(
      "an unknown model", "", models: #"[⟨"lineer"⟩]"#, "unknown model 'lineer'",
      advice: ["did you mean 'linear'?"]),
    SpecCase(
      "a model twice", "", models: #"["linear", ⟨"linear"⟩]"#, "model 'linear' stands twice",
      advice: ["remove one"]),
    SpecCase(
      "no model", "", models: "⟨[]⟩", "no model to fit", advice: ["'upsilon models' lists them"]),
    SpecCase("a model not in a list", "", models: #"⟨"linear"⟩"#, "expected a list, not a string"),
    SpecCase(
      "an unknown model, with other mistakes",
      #""grid": {⟨"upsilon_dsk"⟩: [1], "omega": [1]}, "bounds": {"omega": ⟨[5, 1]⟩, ⟨"r_x"⟩: [1, 2]}"#,
      models: #"[⟨"lineer"⟩]"#,
      "unknown model 'lineer'", "unknown axis 'upsilon_dsk'", "the bounds of 'omega' are reversed",
      "unknown parameter or model 'r_x'"),
    SpecCase(
      "a block of no known kind",
      text: #"""
        {"upsilon": 1, "name": "a", "dataset": "made-up", "model": ⟨{⟨"offsets"⟩: {}}⟩}
        """#,
      "the model computes nothing", "unknown key 'offsets'"),
    SpecCase(
      "an unknown family of methods", #""methods": {⟨"liner"⟩: "v1_fixed_ML"}"#,
      "this spec uses no method 'liner'", advice: ["did you mean 'linear'?"]),
    SpecCase(
      "a method of a model not fitted", #""methods": {⟨"tanh-taper"⟩: "v1_tanh_taper"}"#,
      "this spec uses no method 'tanh-taper'"),
    SpecCase(
      "an unknown version", #""methods": {"linear": ⟨"v9_fixed_ML"⟩}"#,
      "'linear' has no version 'v9_fixed_ML'", advice: ["did you mean 'v1_fixed_ML'?"]),
  ]
}
