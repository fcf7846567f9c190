extension SpecCase {
  /// Analyses that are not a step, or whose step reads or makes what it cannot.
  static let analyses = [
    SpecCase(
      "no step", #""analyses": [⟨{⟩"name": "a"}]"#, "this analysis has no step",
      advice: [
        "give one of compare, correlate, derive, filter, optimize, points, regress, select, summarize"
      ]),
    SpecCase("an empty analysis", #""analyses": [⟨{⟩}]"#, "this analysis has no step"),
    SpecCase(
      analysis: #""name": "a", "filter": "fits", ⟨"derive"⟩: "fits""#, "two steps",
      "this analysis has more than one step", advice: ["give each a name and a table of its own"]),
    SpecCase(
      analysis: #""name": "a", ⟨"filtr"⟩: "fits", "where": "dof > 1""#, "an unknown step",
      "this analysis has no step", advice: ["did you mean 'filter'?"]),
    SpecCase(
      analysis: #""name": "a", ⟨"summarise"⟩: "fits""#, "a step spelled otherwise",
      "this analysis has no step", advice: ["did you mean 'summarize'?"]),
    SpecCase(
      "no name", #""analyses": [⟨{⟩"filter": "fits", "where": "dof > 1"}]"#, "missing key 'name'"),
    SpecCase(
      analysis: #""name": ⟨"1st"⟩, "filter": "fits", "where": "dof > 1""#, "a bad name",
      "'1st' cannot name a table",
      advice: ["use letters, digits and '_', starting with a letter"]),
    SpecCase(
      analysis: #""name": ⟨"a-b"⟩, "filter": "fits", "where": "dof ⟨>⟩""#,
      "a bad name and a bad condition",
      "'a-b' cannot name a table", "nothing follows '>'"),
    SpecCase(
      analysis: #""name": ⟨"fits"⟩, "filter": "fits", "where": "dof > 1""#, "the name of a table",
      "there is a table 'fits' already", advice: ["call this one something else"]),
    SpecCase(
      "the name of another step",
      #"""
      "analyses": [
          {"name": "a", "filter": "fits", "where": "dof > 1"},
          {"name": ⟨"a"⟩, "filter": "fits", "where": "dof > 2"}
        ]
      """#,
      "there is a table 'a' already"),
    SpecCase(
      analysis: #""name": "a", "filter": ⟨"fit"⟩, "where": "dof > 1""#, "an unknown table",
      "unknown table 'fit'", advice: ["did you mean 'fits'?"]),
    SpecCase(
      "a table made later",
      #"""
      "analyses": [
          {"name": "a", "filter": ⟨"b"⟩, "where": "dof > 1"},
          {"name": "b", "filter": "fits", "where": "dof > 2"}
        ]
      """#,
      "unknown table 'b'"),
    SpecCase(
      analysis: #""name": "a", "filter": "fits", "where": "⟨degrees⟩ > 1""#, "an unknown column",
      "unknown column 'degrees'"),
    SpecCase(
      analysis: #""name": "a", "filter": "fits", "where": "galaxy == ⟨'Beat'⟩""#,
      "an unknown galaxy", "unknown galaxy 'Beat'",
      advice: ["did you mean 'Beta'?"]),
    SpecCase(
      analysis: #""name": "a", "filter": "fits", "where": "status == ⟨'inside'⟩""#,
      "a status there is not", "unknown status 'inside'",
      advice: ["choose from interior, at_bound, unconstrained, disagreeing_starts, refused"]),
    SpecCase(
      "one mistake that others follow from",
      #"""
      "analyses": [
          {"name": "a", "filter": ⟨"fit"⟩, "where": "dof > 1"},
          {"name": "b", "derive": "a", "columns": {"x": "dof + 1"}},
          {"name": "c", "filter": "fits", "where": "a.dof > 1"},
          {"name": "d", "filter": "b", "where": "y > 1"},
          {"name": "e", "filter": "fits", "where": "⟨e.dof⟩ > 1"}
        ],
        "outputs": {"tables": ["a", "b", ⟨"bb"⟩]},
        "expect": [{"table": "b", "column": "x", "equals": 1}]
      """#,
      "unknown table 'fit'", "unknown column 'e.dof'", "unknown table 'bb'"),
    SpecCase(
      "a step that cannot be read, and what follows from it",
      #"""
      "analyses": [
          {"name": "a", "filter": "fits", "where": ⟨1⟩},
          {"name": "b", "filter": "a", "where": "dof > 1"},
          {"name": "c", "filter": "fits", "where": "⟨degrees⟩ > 1"}
        ],
        "expect": [{"table": "b", "column": "x", "equals": 1}]
      """#,
      "expected an expression as text, not a number", "unknown column 'degrees'"),
    SpecCase(
      "a step without a name, and what may follow from it",
      #"""
      "analyses": [⟨{⟩"filter": "fits", "where": "dof > 1"}],
        "expect": [
          {"table": "x", "column": "dof", "equals": 1},
          {"table": "fits", "column": ⟨"doff"⟩, "equals": 1}
        ]
      """#,
      "missing key 'name'", "table 'fits' has no column 'doff'"),
  ]
}
