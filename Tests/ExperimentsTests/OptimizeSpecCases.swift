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
      offsets: #"{"name": "a", "optimize": ⟨"offsets"⟩, "minimize": "offset^2", \#(over)}"#,
      "all galaxies at once",
      "table 'offsets' has a row for each 'galaxy', and an optimum needs one row a cell"),
    SpecCase(
      offsets: optimize(#"\#(each), \#(over), "start": {"upsilon_disk": ⟨7⟩}"#),
      "a start outside its range", "the start of 'upsilon_disk' lies outside its range [0.1, 5]"),
    SpecCase(
      offsets: optimize(#"\#(each), \#(over), "grid_points": ⟨2000000⟩"#), "an endless grid",
      "the search would cover more than 1,000,000 points"),
    SpecCase(
      offsets:
        #"{"name": "a", "regress": "offsets", "response": "offset", "terms": ["c_v"], "by": "#
        + #"[{"t": {"x": "c_v > 1"}}, {⟨"t"⟩: {"y": "c_v < 1"}}]}"#,
      "two groupings of one name", "two groupings are called 't'"),
    SpecCase(
      offsets:
        #"{"name": "a", "regress": "offsets", "response": "offset", "terms": ["c_v"], "by": "#
        + #"{⟨"n"⟩: {"x": "c_v > 1"}}}"#,
      "groups called like a measure", "'n' is a column of the result already"),
    SpecCase(
      offsets: #"{"name": "a", "correlate": "offsets", "x": ["c_v", ⟨"c_v"⟩], "y": "offset"}"#,
      "a list compared twice", "'c_v' stands twice"),
    SpecCase(
      offsets: #"{"name": "a", "derive": "offsets", "columns": {⟨"a,b"⟩: "c_v"}}"#,
      "a column that no expression can name", "'a,b' cannot name a column"),
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
