extension SpecCase {
  private static func regress(_ more: String) -> String {
    #"{"name": "a", "regress": "offsets", \#(more)}"#
  }

  private static let sound = #""response": "offset", "terms": ["log_v", "c_v"]"#

  /// Regressions, correlations and groups that make no sense.
  static let regressions = [
    SpecCase(
      offsets: regress(#""response": "offset", "terms": ["log_v", "⟨log_w⟩ * c_v"]"#),
      "an unknown column in a term", "unknown column 'log_w'"),
    SpecCase(
      offsets: regress(#""response": "⟨ofset⟩", "terms": ["log_v"]"#), "an unknown response",
      "unknown column 'ofset'", advice: ["did you mean 'offset'?"]),
    SpecCase(
      offsets: regress(#""response": "offset", "terms": ["log_v", ⟨"(offset)"⟩]"#),
      "the response among its terms", "the response is among its own terms"),
    SpecCase(
      offsets: regress(#""response": "offset", "terms": ["log_v * c_v", ⟨"log_v*c_v"⟩]"#),
      "a term twice", "term 'log_v * c_v' stands twice"),
    SpecCase(
      offsets: regress(#""response": "offset", "terms": ["log_v * c_v", ⟨"log_v / c_v"⟩]"#),
      "two terms with one column", "two coefficients would be called 'log_v_c_v'",
      advice: ["derive the term under another name first"]),
    SpecCase(
      offsets: regress(#""response": "offset", "terms": ["⟨2 * log_v > 1⟩"]"#),
      "a condition for a term", "expected a number, not a condition"),
    SpecCase(
      offsets: #"⟨{⟩"name": "a", "regress": "offsets", "response": "offset"}"#, "no terms",
      "missing key 'terms'"),
    SpecCase(
      offsets: regress(#"\#(sound), "sample": ⟨"commn"⟩"#), "an unknown sample",
      "unknown sample policy 'commn'", advice: ["did you mean 'common'?"]),
    SpecCase(
      offsets: regress(#"\#(sound), "minimum_n": ⟨0⟩"#), "a minimum of nothing",
      "expected a whole number of at least 1"),
    SpecCase(
      offsets: regress(#"\#(sound), "where": "⟨c_v⟩""#), "a condition that is a number",
      "expected a condition, not a number"),
    SpecCase(
      offsets: regress(#"\#(sound), "bootstrap": ⟨{⟩"samples": 10}"#), "no seed",
      "missing key 'seed'"),
    SpecCase(
      offsets: regress(#"\#(sound), "bootstrap": {"samples": ⟨1⟩, "seed": ⟨-1⟩}"#),
      "one draw and a negative seed", "expected a whole number of at least 2",
      "expected a whole number of at least 0"),
    SpecCase(
      offsets: regress(#"\#(sound), "by": {"q": {"quantiles": ⟨"2 + 3"⟩}}"#),
      "quantiles of a constant", "a constant has no quantiles", advice: ["name a column"]),
    SpecCase(
      offsets: regress(
        #"\#(sound), "by": {"q": {"quantiles": "c_v", "count": ⟨1⟩, "widen": ⟨-0.1⟩}}"#),
      "one bin, narrowed", "expected a whole number of at least 2",
      "a bin cannot be widened by less than nothing"),
    SpecCase(
      offsets: regress(#"\#(sound), "by": {⟨"c_v"⟩: {"quantiles": "c_v"}}"#),
      "groups called as a column", "table 'offsets' has a column 'c_v' already"),
    SpecCase(
      offsets: regress(#"\#(sound), "by": {"q": {"quantiles": "⟨cv⟩"}}"#),
      "quantiles of an unknown column", "unknown column 'cv'"),
    SpecCase(
      offsets: regress(#"\#(sound), "groups_at": {⟨"upsilon_dsk"⟩: 0.5}"#),
      "an unknown axis to fix groups at", "table 'offsets' has no axis 'upsilon_dsk'",
      advice: ["did you mean 'upsilon_disk'?"]),
    SpecCase(
      offsets: regress(#"\#(sound), "groups_at": {"upsilon_disk": ⟨"half"⟩}"#),
      "groups fixed at a word", "expected a number, not a string"),
    SpecCase(
      offsets: #"{"name": "b", "derive": "offsets", "columns": {"rms": "c_v"}}, "#
        + #"{"name": "a", "regress": "b", "response": "offset", "terms": [⟨"rms"⟩]}"#,
      "a term called as a measure", "'rms' is a column of the result already",
      advice: ["derive the term under another name first"]),
    SpecCase(
      offsets: #"{"name": "a", "correlate": "offsets", "x": ["log_v", ⟨"offset"⟩], "y": "offset"}"#,
      "a correlation with itself", "'offset' is compared with itself"),
    SpecCase(
      offsets:
        #"{"name": "a", "correlate": "offsets", "x": [⟨"log_v"⟩], "y": "offset", "controls": ["log_v"]}"#,
      "a correlation with its control", "'log_v' is compared with itself"),
    SpecCase(
      offsets:
        #"{"name": "a", "correlate": "offsets", "x": ["c_v"], "y": "offset", "kind": ⟨"kendall"⟩}"#,
      "an unknown kind", "unknown kind of correlation 'kendall'"),
    SpecCase(
      offsets: #"{"name": "a", "correlate": "offsets", "x": ["⟨galaxy⟩"], "y": "⟨ofset⟩"}"#,
      "correlating words", "expected a number, not a word", "unknown column 'ofset'"),
  ]
}
