extension SpecCase {
  /// Specs that are sound but for their plan, and specs with mistakes all over.
  static let plans = [
    SpecCase(
      "too many units",
      #""grid": {"upsilon_disk": ⟨{"from": 0.1, "through": 1, "step": 0.1}⟩}, "limits": {"units": 59}"#,
      "the plan has 10 upsilon_disk × 3 galaxies × 2 models = 60 units, more than the limit of 59",
      advice: [#"use fewer values, or raise "limits": {"units": …}"#]),
    SpecCase(
      "far too many units",
      #""grid": {"upsilon_disk": ⟨{"from": 1, "through": 2, "count": 1001}⟩, "upsilon_bulge": "#
        + #"{"from": 1, "through": 2, "count": 1000}}"#,
      models: #"["linear"]"#,
      "the plan has 1,001 upsilon_disk × 1,000 upsilon_bulge × 3 galaxies = 3,003,000 units, more than "
        + "the limit of 1,000,000"),
    SpecCase(
      "too many units to count",
      #""grid": {"upsilon_disk": ⟨{"from": 1, "through": 2, "count": 1000000}⟩, "upsilon_bulge": "#
        + #"{"from": 1, "through": 2, "count": 1000000}, "upsilon_gas": "#
        + #"{"from": 1, "through": 2, "count": 1000000}, "omega": "#
        + #"{"from": 1, "through": 2, "count": 1000000}}"#,
      models: #"["linear"]"#,
      "the plan has 1,000,000 upsilon_disk × 1,000,000 upsilon_bulge × 1,000,000 upsilon_gas × "
        + "1,000,000 omega × 3 galaxies = too many to count units, more than the limit of 1,000,000"
    ),
    SpecCase(
      "no galaxy left", #""cuts": {"galaxies": ["points >= 3", "v_flat>200", "quality < 3"]}"#,
      "the cuts leave no galaxy: none is left after 'v_flat > 200'",
      advice: ["'upsilon plan' shows what each rule drops"]),
    SpecCase(
      "no point left", #""cuts": {"points": ["radius > 100"]}"#,
      "the cuts leave no galaxy: none is left after 'radius > 100'"),
    SpecCase(
      "more parameters than points", #""cuts": {"points": ["radius < 2.5"]}"#,
      models: #"["linear", "rational-taper"]"#,
      "model 'rational-taper' has 2 free parameters, and no galaxy has more than 2 points",
      advice: ["loosen the cuts on points, or fit a simpler model"]),
    SpecCase(
      "a parameter and a point", #""cuts": {"points": ["radius < 0.6"]}"#, models: #"["linear"]"#,
      "model 'linear' has 1 free parameter, and no galaxy has more than 1 point"),
    SpecCase(
      "mistakes all over, in the order of the file",
      text: """
        {
          "expect": [
            {"table": "fits", "column": ⟨"doff"⟩, "equals": 1},
            {"table": "fits", "column": "dof", "equals": ⟨[]⟩}
          ],
          "bounds": {"omega": ⟨[5, 0]⟩, "r_t": [0.1, "5 * ⟨r_maks⟩"]},
          "upsilon": 1,
          "grid": {⟨"upsilon_dsk"⟩: [0.5], "upsilon_bulge": [⟨0⟩]},
          ⟨"grd"⟩: {},
          "cuts": {"galaxies": ["⟨vflat⟩ > 0"], "points": ["v_obs ⟨>⟩"]},
          "model": {"fit": ["linear", "rational-taper"]},
          "analyses": [{"name": "a", "filter": "fits", "where": "⟨chi3⟩ > 0"}],
          "name": ⟨"a/b"⟩,
          "outputs": {"tables": ["a", "fits", ⟨"b"⟩]},
          "limits": {"units": ⟨0⟩},
          "dataset": ⟨{⟩"format": "csv"}
        }
        """,
      "table 'fits' has no column 'doff'", "expected a number or a word, not a list",
      "the bounds of 'omega' are reversed", "unknown column 'r_maks'", "unknown axis 'upsilon_dsk'",
      "upsilon_bulge is 0: a mass-to-light ratio is positive", "unknown key 'grd'",
      "unknown column 'vflat'", "nothing follows '>'", "unknown column 'chi3'",
      "'a/b' cannot name a folder", "unknown table 'b'", "expected a whole number of at least 1",
      "missing key 'path'"),
  ]
}
