extension SpecCase {
  /// Keys that are unknown or missing, and values of the wrong type.
  static let keys = [
    SpecCase(
      "nothing at all", text: "⟨⟨⟨⟨{⟩⟩⟩⟩}", "missing key 'upsilon'", "missing key 'name'",
      "missing key 'dataset'", "missing key 'model'"),
    SpecCase(
      "an unknown key", #"⟨"gird"⟩: {}"#, "unknown key 'gird'", advice: ["did you mean 'grid'?"]),
    SpecCase(
      "an unknown key without a neighbour", #"⟨"zzzzzzzz"⟩: {}"#, "unknown key 'zzzzzzzz'",
      advice: [
        "choose from upsilon, extends, name, question, source, dataset, cuts, model, grid, bounds, "
          + "priors, methods, … (18 in all)"
      ]),
    SpecCase(
      "unknown keys at every level",
      #"""
      "cuts": {⟨"galaxy"⟩: []},
        "grid": {"upsilon_disk": {"from": 1, ⟨"to"⟩: 2, "through": 2, "step": 1}},
        "analyses": [{"name": "a", "filter": "fits", "where": "dof > 1", ⟨"tabel"⟩: 1}],
        "outputs": {⟨"table"⟩: []},
        "expect": [{"table": "fits", "column": "dof", ⟨"equal"⟩: 1, "equals": 1}],
        "limits": {⟨"unit"⟩: 5}
      """#,
      "unknown key 'galaxy'", "unknown key 'to'", "unknown key 'tabel'", "unknown key 'table'",
      "unknown key 'equal'", "unknown key 'unit'",
      advice: [
        "choose from galaxies, points", "choose from from, through, step, count, scale",
        "choose from name, filter, where", "did you mean 'tables'?", "did you mean 'equals'?",
        "did you mean 'units'?",
      ]),
    SpecCase(
      "a version of another time",
      text: #"{"upsilon": ⟨2⟩, "name": "a", "dataset": "made-up", "model": {"fit": ["linear"]}}"#,
      "spec language 2 is not known", advice: [#"this program reads "upsilon": 1"#]),
    SpecCase(
      "a version as text",
      text: #"{"upsilon": ⟨"1"⟩, "name": "a", "dataset": "made-up", "model": {"fit": ["linear"]}}"#,
      "expected a number, not a string"),
    SpecCase(
      "a name with a slash",
      text: #"{"upsilon": 1, "name": ⟨"a/b"⟩, "dataset": "made-up", "model": {"fit": ["linear"]}}"#,
      "'a/b' cannot name a folder",
      advice: ["use up to 100 letters, digits, '-', '_' and '.', starting with a letter or digit"]),
    SpecCase(
      "a name that hides",
      text: #"{"upsilon": 1, "name": ⟨".a"⟩, "dataset": "made-up", "model": {"fit": ["linear"]}}"#,
      "'.a' cannot name a folder"),
    SpecCase(
      "an empty name",
      text: #"{"upsilon": 1, "name": ⟨""⟩, "dataset": "made-up", "model": {"fit": ["linear"]}}"#,
      "'' cannot name a folder"),
    SpecCase(
      "the wrong type everywhere",
      text: """
        {
          "upsilon": ⟨null⟩,
          "name": ⟨3⟩,
          "question": ⟨[]⟩,
          "source": ⟨{}⟩,
          "dataset": ⟨7⟩,
          "cuts": ⟨[]⟩,
          "model": {"fit": ["linear"]},
          "grid": ⟨[0.5]⟩,
          "bounds": ⟨5⟩,
          "methods": ⟨"v1"⟩,
          "analyses": ⟨{}⟩,
          "outputs": ⟨["fits"]⟩,
          "expect": ⟨{}⟩,
          "limits": ⟨100⟩
        }
        """,
      "expected a number, not null", "expected text, not a number", "expected text, not a list",
      "expected text, not an object", "expected a dataset, not a number",
      "expected an object, not a list", "expected an object, not a list",
      "expected an object, not a number", "expected an object, not a string",
      "expected a list, not an object", "expected an object, not a list",
      "expected a list, not an object", "expected an object, not a number"),
    SpecCase(
      "the wrong type one level down",
      #"""
      "cuts": {"galaxies": ⟨"points > 3"⟩, "points": [⟨3⟩]},
        "grid": {"upsilon_disk": ⟨0.5⟩, "upsilon_bulge": [0.7, ⟨"0.8"⟩], "upsilon_gas": ⟨null⟩},
        "methods": {"linear": ⟨1⟩},
        "analyses": [⟨"fits"⟩],
        "outputs": {"tables": ⟨"fits"⟩, "figures": [⟨1⟩]},
        "expect": [⟨1⟩],
        "limits": {"units": ⟨"many"⟩, "refused": ⟨-1⟩}
      """#,
      "expected a list, not a string", "expected an expression as text, not a number",
      "expected a list or a range, not a number", "expected a number, not a string",
      "expected a list or a range, not null", "expected text, not a number",
      "expected an analysis step, not a string", "expected a list, not a string",
      "expected text, not a number", "expected an object, not a number",
      "expected a number, not a string", "expected a whole number of at least 0"),
    SpecCase(
      "a dataset without a format",
      text: #"""
        {"upsilon": 1, "name": "a", "dataset": ⟨{⟩"path": "x"}, "model": {"fit": ["linear"]}}
        """#,
      "missing key 'format'",
      advice: [#"own files are given as {"path": "my-galaxies", "format": "rotmod"}"#]),
    SpecCase(
      "an unknown format",
      text: #"""
        {"upsilon": 1, "name": "a", "dataset": {"path": "x", "format": ⟨"rotmud"⟩},
         "model": {"fit": ["linear"]}}
        """#,
      "unknown format 'rotmud'", advice: ["did you mean 'rotmod'?"]),
    SpecCase(
      "a generated sample with a path and no noise",
      text: #"""
        {"upsilon": 1, "name": "a", "model": {"fit": ["linear"]},
         "dataset": {"path": ⟨"x"⟩, "mock": {"seed": ⟨1.5⟩, "galaxies": ⟨0⟩, "noise": ⟨0⟩}}}
        """#,
      "a generated sample has no 'path'", "expected a whole number of at least 0",
      "expected a whole number of at least 1", "the noise must be positive"),
  ]
}
