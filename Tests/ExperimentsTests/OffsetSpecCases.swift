extension SpecCase {
  /// A sound spec of offsets with some analyses, told with their braces.
  init(offsets steps: String, _ what: String, _ messages: String..., advice: [String] = []) {
    testDescription = what
    text = OffsetGalaxy.spec("", scale: "1.2e-10", "\"analyses\": [\(steps)]")
    self.messages = messages
    self.advice = advice
  }

  /// A spec with this model block.
  init(model: String, _ what: String, _ messages: String..., advice: [String] = []) {
    testDescription = what
    text = """
      {"upsilon": 1, "name": "test", "dataset": "made-up", "model": \(model)}
      """
    self.messages = messages
    self.advice = advice
  }

  /// Settings of offsets that make no sense.
  static let offsets = [
    SpecCase(model: "⟨{}⟩", "a model of nothing", "the model computes nothing"),
    SpecCase(
      model: #"{"offset": ⟨true⟩}"#, "an offset that is no object",
      "expected an object, not a boolean"),
    SpecCase(
      model: #"{"offset": {⟨"g_daggr"⟩: 1e-10}}"#, "an unknown setting", "unknown key 'g_daggr'",
      advice: ["did you mean 'g_dagger'?"]),
    SpecCase(
      model: #"{"offset": {"g_dagger": ⟨0⟩}}"#, "no scale", "expected a number above zero"),
    SpecCase(
      model: #"{"offset": {"g_dagger": ⟨-1.2e-10⟩}}"#, "a negative scale",
      "expected a number above zero"),
    SpecCase(
      model: #"{"offset": {"g_dagger": ⟨"1.2e-10"⟩}}"#, "a scale as text",
      "expected a number, not a string"),
    SpecCase(
      model: #"{"offset": {"gas_sign": ⟨"square"⟩}}"#, "an unknown sign", "unknown sign 'square'",
      advice: ["did you mean 'squared'?"]),
    SpecCase(
      model: #"{"offset": {"points": ⟨"inner"⟩}}"#, "an unknown choice of points",
      "unknown choice of points 'inner'"),
    SpecCase(
      model: #"{"offset": {"f_gas": ⟨"total"⟩}}"#, "an unknown gas fraction",
      "unknown gas fraction 'total'", advice: ["choose from outer, baryonic"]),
    SpecCase(
      model: #"{"offset": {"minimum_points": ⟨0⟩, "minimum_low": ⟨2.5⟩, "minimum_outer": ⟨"2"⟩}}"#,
      "counts that count nothing", "expected a whole number of at least 1",
      "expected a whole number of at least 1", "expected a number, not a string"),
    SpecCase(
      model: #"{"offset": {"valid_at": {"upsilon_disk": ⟨0⟩, ⟨"upsilon_bulg"⟩: 1}}}"#,
      "a bad place to judge", "expected a number above zero", "unknown key 'upsilon_bulg'"),
    SpecCase(
      "a scale as an axis without offsets", #""grid": {⟨"g_dagger"⟩: [1e-10]}"#,
      "no selected model has the parameter 'g_dagger'"),
    SpecCase(
      "the axis of a scale that is not positive",
      text: OffsetGalaxy.spec("", #""grid": {"g_dagger": [1e-10, ⟨0⟩]}"#),
      "g_dagger must be above zero, in m/s²"),
    SpecCase(
      "an axis that offsets allow and the law does not",
      text: OffsetGalaxy.spec("", #""grid": {"g_dagger": [1e-10, ⟨1e-8⟩]}"#)
        .replacing(#""model": {"#, with: #""model": {"fit": ["rar"], "#),
      "g_dagger 1e-08 is outside its bounds [1e-11, 1e-09] of 'rar'"),
    SpecCase(
      "an axis of a parameter without models",
      text: OffsetGalaxy.spec("", #""grid": {⟨"omega"⟩: [5]}"#),
      "no selected model has the parameter 'omega'"),
    SpecCase(
      offsets: #"{"name": ⟨"offsets"⟩, "filter": "offsets", "where": "c_v > 0"}"#,
      "the name of the offsets", "there is a table 'offsets' already"),
    SpecCase(
      offsets: #"{"name": "a", "filter": ⟨"fits"⟩, "where": "c_v > 0"}"#,
      "fits where there are none", "unknown table 'fits'"),
    SpecCase(
      analysis: #""name": "a", "points": ⟨{"upsilon_disk": 0.5}⟩"#, "points without offsets",
      "points need offsets", advice: ["add \"offset\": {…} to the model block"]),
    SpecCase(
      offsets: #"{"name": "a", "points": {⟨"upsilon"⟩: 0.5, ⟨"omega"⟩: 1}}"#,
      "points at no ratio", "'upsilon' is no mass-to-light ratio",
      "'omega' is no mass-to-light ratio"),
    SpecCase(
      offsets: #"{"name": "a", "points": {"upsilon_disk": "⟨best.upsilon_disk⟩"}}"#,
      "points at the ratio of an unknown table", "unknown column 'best.upsilon_disk'"),
    SpecCase(
      offsets: #"{"name": "a", "points": {"upsilon_gas": ⟨[1]⟩}}"#,
      "points at a list", "expected a number or an expression, not a list"),
  ]
}
