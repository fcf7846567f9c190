extension SpecCase {
  /// Expectations that no run can meet.
  static let expectations = [
    SpecCase(
      expect: #""table": ⟨"fit"⟩, "column": "dof", "equals": 1"#, "an unknown table",
      "unknown table 'fit'", advice: ["did you mean 'fits'?"]),
    SpecCase(
      expect: #""table": "fits", "column": ⟨"doff"⟩, "equals": 1"#, "an unknown column",
      "table 'fits' has no column 'doff'", advice: ["did you mean 'dof'?"]),
    SpecCase("no table", #""expect": [⟨{⟩"column": "dof", "equals": 1}]"#, "missing key 'table'"),
    SpecCase(
      "no column", #""expect": [⟨{⟩"table": "fits", "equals": 1}]"#,
      "an expectation names a column or a statistic",
      advice: [#"give "column", or "statistic": "count" for the number of rows"#]),
    SpecCase(
      expect: #""table": "fits", "statistic": ⟨"mean"⟩, "equals": 1"#, "the mean of no column",
      "the mean needs a column"),
    SpecCase(
      expect: #""table": "fits", "column": "dof", "statistic": ⟨"meen"⟩, "equals": 1"#,
      "an unknown statistic", "unknown statistic 'meen'", advice: ["did you mean 'mean'?"]),
    SpecCase(
      "no demand", #""expect": [⟨{⟩"table": "fits", "column": "dof"}]"#,
      "this expectation expects nothing",
      advice: [#"give one of "equals", "at_least" and "at_most""#]),
    SpecCase(
      "two demands",
      #""expect": [⟨{"table": "fits", "column": "dof", "at_least": 1, "at_most": 2}⟩]"#,
      "an expectation makes one demand only"),
    SpecCase(
      expect: #""table": "fits", "column": "dof", "equals": ⟨null⟩"#, "a demand of nothing",
      "expected a number or a word, not null"),
    SpecCase(
      expect: #""table": "fits", "column": "dof", "equals": 1, "within": ⟨-1⟩"#,
      "a negative tolerance", "the tolerance cannot be negative"),
    SpecCase(
      expect: #""table": "fits", "column": "dof", "at_least": 1, "within": ⟨0.5⟩"#,
      "a tolerance of a limit", "a tolerance goes with a number that 'equals' gives"),
    SpecCase(
      expect: #""table": "fits", "column": "chi2", "equals": ⟨"small"⟩"#,
      "a word for a number", "column 'chi2' holds numbers, not 'small'"),
    SpecCase(
      expect: #""table": "fits", "column": "status", "equals": ⟨1⟩"#, "a number for a word",
      "column 'status' holds words, not numbers"),
    SpecCase(
      expect: #""table": "fits", "column": "status", "at_most": ⟨1⟩"#, "a limit for a word",
      "column 'status' holds words, not numbers"),
    SpecCase(
      expect: #""table": "fits", "column": "status", "equals": ⟨"inside"⟩"#,
      "a word the column never holds", "column 'status' never holds 'inside'",
      advice: ["choose from interior, at_bound, unconstrained, disagreeing_starts, refused"]),
    SpecCase(
      expect: #""table": "fits", "column": "v_obs_below_v_bary", "equals": ⟨"yes"⟩"#,
      "a word for true or false", "column 'v_obs_below_v_bary' holds true or false"),
    SpecCase(
      expect: #""table": "fits", "column": "dof", "statistic": "mean", "equals": ⟨"one"⟩"#,
      "a word for a statistic", "a statistic is a number, not a word"),
    SpecCase(
      expect: #""table": "fits", "column": ⟨"status"⟩, "statistic": "mean", "equals": 1"#,
      "a statistic of words", "column 'status' holds words, and a statistic needs numbers"),
    SpecCase(
      expect: #""table": "fits", "where": "galaxy == ⟨'Gama'⟩", "column": "dof", "equals": 1"#,
      "an unknown galaxy", "unknown galaxy 'Gama'", advice: ["did you mean 'Gamma'?"]),
    SpecCase(
      expect: #""table": "fits", "where": "⟨dof⟩", "column": "dof", "equals": 1"#,
      "rows by a number", "expected a condition, not a number"),
    SpecCase(
      "a table that is not kept",
      #"""
      "analyses": [{"name": "a", "filter": "fits", "where": "dof > 1"}],
        "outputs": {"tables": ["a"]},
        "expect": [{"table": ⟨"fits"⟩, "column": "dof", "equals": 1}]
      """#,
      "an expectation reads table 'fits', which 'outputs' does not keep",
      advice: ["add it to the tables of 'outputs'"]),
    SpecCase(
      "an unknown table to keep", #""outputs": {"tables": ["fits", ⟨"scann"⟩]}"#,
      "unknown table 'scann'"),
  ]
}
