extension SpecCase {
  /// Steps whose own keys make no sense.
  static let steps = [
    SpecCase(
      "a derivation without columns",
      #""analyses": [⟨{⟩"name": "a", "derive": "fits"}]"#, "missing key 'columns'"),
    SpecCase(
      analysis: #""name": "a", "derive": "fits", "columns": {⟨"chi2"⟩: "1"}"#,
      "deriving a column there is", "table 'fits' has a column 'chi2' already",
      advice: ["call this one something else"]),
    SpecCase(
      analysis: #""name": "a", "derive": "fits", "columns": {"x": "⟨y⟩ + 1", "y": "1"}"#,
      "a column derived later", "unknown column 'y'"),
    SpecCase(
      analysis: #""name": "a", "derive": "fits", "columns": {"x": ⟨{⟩"unit": "km"}}"#,
      "a derived column without its expression", "missing key 'expression'"),
    SpecCase(
      analysis: #""name": "a", "derive": "fits", "columns": {"x": "dof + ⟨model⟩"}"#,
      "adding a word", "'+' takes numbers, not a word"),
    SpecCase(
      analysis: #""name": "a", "filter": "fits", "where": "⟨dof + 1⟩""#,
      "a filter that is not a condition", "expected a condition, not a number"),
    SpecCase(
      "a filter without a condition", #""analyses": [⟨{⟩"name": "a", "filter": "fits"}]"#,
      "missing key 'where'"),
    SpecCase(
      analysis:
        #""name": "a", "summarize": "fits", "columns": [⟨"model"⟩], "statistics": ["mean"]"#,
      "statistics of words", "'model' holds words, and statistics need numbers"),
    SpecCase(
      analysis: #""name": "a", "summarize": "fits", "columns": ["dof"], "statistics": [⟨"avg"⟩]"#,
      "an unknown statistic", "unknown statistic 'avg'",
      advice: [
        "choose from count, missing, sum, mean, median, std, sample_std, min, max, rms, p1, p2, … "
          + "(22 in all)"
      ]),
    SpecCase(
      analysis: #""name": "a", "summarize": "fits", "columns": ["⟨doof⟩"], "statistics": ["mean"]"#,
      "a statistic of an unknown column", "unknown column 'doof'", advice: ["did you mean 'dof'?"]),
    SpecCase(
      analysis:
        #""name": "a", "summarize": "fits", "columns": ["dof", ⟨"dof"⟩], "statistics": ["sum"]"#,
      "a column twice", "'dof' is summarized twice"),
    SpecCase(
      analysis:
        #""name": ⟨"a"⟩, "summarize": "fits", "columns": ["dof"], "statistics": ["sum", "sum"]"#,
      "a statistic twice", "table 'a' would have two columns 'sum'"),
    SpecCase(
      analysis:
        #""name": "a", "summarize": "fits", "columns": ["dof"], "statistics": ["sum"], "by": ⟨"modell"⟩"#,
      "grouping by an unknown column", "table 'fits' has no column 'modell'",
      advice: ["did you mean 'model'?"]),
    SpecCase(
      analysis:
        #""name": "a", "summarize": "fits", "columns": ["dof"], "statistics": ["sum"], "per": [⟨"cel"⟩]"#,
      "per an unknown column", "table 'fits' has no column 'cel'"),
    SpecCase(
      analysis: #"""
        "name": "a", "summarize": "fits", "columns": ["dof"], "statistics": ["sum"],
            "by": {"type": {"early": "⟨hubble_type⟩", "late": "⟨huble_type⟩ > 3"}}
        """#,
      "groups that are not conditions", "expected a condition, not a number",
      "unknown column 'huble_type'"),
    SpecCase(
      analysis: #""name": "a", "compare": "fits", "models": ⟨["linear"]⟩"#, "comparing one model",
      "a comparison needs two different models"),
    SpecCase(
      analysis: #""name": "a", "compare": "fits", "models": ⟨["linear", "linear"]⟩"#,
      "comparing a model with itself", "a comparison needs two different models"),
    SpecCase(
      analysis: #""name": "a", "compare": "fits", "models": ["linear", ⟨"tanh-taper"⟩]"#,
      "comparing a model that is not fitted", "table 'fits' has no model 'tanh-taper'",
      advice: ["choose from linear, rational-taper"]),
    SpecCase(
      analysis: #""name": "a", "compare": ⟨"galaxies"⟩, "models": ["linear", "rational-taper"]"#,
      "comparing without models", "table 'galaxies' has no key 'model' to compare by"),
    SpecCase(
      analysis: #"""
        "name": "a", "compare": "fits", "models": ["linear", "rational-taper"],
            "criterion": ⟨"dic"⟩, "threshold": ⟨-2⟩
        """#,
      "an unknown criterion and a negative threshold", "unknown criterion 'dic'",
      "the threshold cannot be negative"),
    SpecCase(
      analysis: #""name": "a", "select": ⟨"fits"⟩"#, "a selection without a goal",
      "a selection needs 'maximum' or 'minimum', and not both"),
    SpecCase(
      analysis: #""name": "a", "select": "fits", "maximum": "dof", "minimum": ⟨"chi2"⟩"#,
      "a selection with both goals", "a selection needs 'maximum' or 'minimum', and not both"),
    SpecCase(
      analysis: #""name": "a", "select": "fits", "minimum": "chi2", "within": ⟨-1⟩"#,
      "a negative tolerance", "the tolerance cannot be negative"),
    SpecCase(
      analysis: #""name": "a", "select": "fits", "minimum": "⟨model⟩""#, "the smallest word",
      "expected a number, not a word"),
    SpecCase(
      "selecting from a selection",
      #"""
      "analyses": [
          {"name": "a", "select": "fits", "minimum": "chi2", "by": "galaxy"},
          {"name": ⟨"b"⟩, "select": "a", "minimum": "chi2"}
        ]
      """#,
      "table 'b' would have two columns 'best'"),
  ]
}
