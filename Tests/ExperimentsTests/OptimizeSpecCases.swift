extension SpecCase {
  private static func optimize(_ more: String) -> String {
    #"{"name": "a", "optimize": "offsets", \#(more)}"#
  }

  private static let over = #""over": {"upsilon_disk": [0.1, 5]}"#
  private static let each = #""each": "galaxy", "minimize": "offset^2""#

  /// Searches for an optimum that make no sense.
  static let searches = [
    SpecCase(
      offsets: #"{"name": "a", "optimize": ⟨"offsets"⟩, "each": "galaxy", \#(over)}"#,
      "no goal", "an optimum needs 'minimize' or 'maximize', and not both"),
    SpecCase(
      offsets: #"{"name": "a", "optimize": ⟨"offsets"⟩, "maximize": "c_v", \#(each), \#(over)}"#,
      "both goals", "an optimum needs 'minimize' or 'maximize', and not both"),
    SpecCase(
      offsets: optimize(#"\#(each), "over": {"upsilon_disk": ⟨[5, 0.1]⟩}"#), "a reversed range",
      "a range is a list of two: a positive lower end and a larger upper one"),
    SpecCase(
      offsets: optimize(#"\#(each), "over": {"upsilon_disk": ⟨[0, 1]⟩}"#), "a range from zero",
      "a range is a list of two: a positive lower end and a larger upper one"),
    SpecCase(
      offsets: optimize(#"\#(each), "over": {"upsilon_disk": ⟨[1]⟩}"#), "a range with one end",
      "a range is a list of two: a positive lower end and a larger upper one"),
    SpecCase(
      offsets: optimize(#"\#(each), "over": ⟨{}⟩"#), "no axis",
      "an optimum is looked for over one to three axes"),
    SpecCase(
      offsets: optimize(#"\#(each), "over": {⟨"upsilon"⟩: [0.1, 5]}"#), "an unknown axis",
      "table 'offsets' has no axis 'upsilon'"),
    SpecCase(
      offsets: optimize(
        #"\#(each), "over": ⟨{"upsilon_disk": [0.1, 5], "upsilon_gas": [0.1, 5]}⟩"#),
      "two axes for each galaxy", "the optimum of each galaxy has one axis"),
    SpecCase(
      offsets: optimize(#""each": ⟨"cell"⟩, "minimize": "offset^2", \#(over)"#),
      "the optimum of each cell", "unknown choice 'cell'"),
    SpecCase(
      offsets: optimize(#""each": "galaxy", "minimize": "⟨ofset⟩^2", \#(over)"#),
      "an unknown quantity", "unknown column 'ofset'"),
    SpecCase(
      offsets: optimize(#"\#(each), \#(over), "start": {⟨"upsilon_dsk"⟩: 1}"#),
      "a start on an unknown axis", "table 'offsets' has no axis 'upsilon_dsk'"),
    SpecCase(
      offsets: optimize(#"\#(each), \#(over), "tolerance": ⟨0⟩, "grid_points": ⟨2⟩"#),
      "no tolerance and no grid", "expected a number above zero",
      "expected a whole number of at least 3"),
    SpecCase(
      offsets: #"{"name": "b", "filter": "offsets", "where": "c_v > 0"}, "#
        + #"{"name": "a", "optimize": ⟨"b"⟩, \#(each), \#(over)}"#,
      "each galaxy of another table", "only 'offsets' can be optimized for each galaxy",
      advice: ["leave out \"each\" for an optimum of the whole sample"]),
    SpecCase(
      "an unknown version of a method",
      text: OffsetGalaxy.spec(
        "",
        #""methods": {"optimum": ⟨"v3"⟩}, "analyses": [\#(optimize("\(each), \(over)"))]"#),
      "'optimum' has no version 'v3'", advice: ["choose from v1_bounded_brent, v2_global"]),
    SpecCase(
      "a method of another step",
      text: OffsetGalaxy.spec(
        "",
        #""methods": {⟨"joint_optimum"⟩: "v2_global"}, "analyses": [\#(optimize("\(each), \(over)"))]"#
      ),
      "this spec uses no method 'joint_optimum'"),
  ]
}
