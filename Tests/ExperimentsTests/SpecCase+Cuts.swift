extension SpecCase {
  /// Rules that cannot be used.
  static let cuts = [
    SpecCase(
      "a cut that is not a condition", #""cuts": {"galaxies": ["⟨v_flat⟩"]}"#,
      "expected a condition, not a number", advice: ["write a comparison, such as 'v_flat > 0'"]),
    SpecCase(
      "a cut that is a word", #""cuts": {"galaxies": ["⟨'Alpha'⟩"]}"#,
      "expected a condition, not a word"),
    SpecCase(
      "an empty cut", #""cuts": {"galaxies": [⟨""⟩]}"#, "the expression is empty",
      advice: ["write one such as 'v_flat > 0'"]),
    SpecCase(
      "an unknown column", #""cuts": {"galaxies": ["⟨inclinaton⟩ >= 30"]}"#,
      "unknown column 'inclinaton'", advice: ["did you mean 'inclination'?"]),
    SpecCase(
      "a column of points in a rule over galaxies", #""cuts": {"galaxies": ["⟨v_obs⟩ > 0"]}"#,
      "unknown column 'v_obs'"),
    SpecCase(
      "an unknown column in a rule over points", #""cuts": {"points": ["⟨v_ops⟩ > 0"]}"#,
      "unknown column 'v_ops'", advice: ["did you mean 'v_obs'?"]),
    SpecCase(
      "an unknown galaxy", #""cuts": {"galaxies": ["galaxy != ⟨'Alfa'⟩"]}"#,
      "unknown galaxy 'Alfa'", advice: ["choose from Alpha, Beta, Gamma"]),
    SpecCase(
      "an unknown galaxy in a rule over points", #""cuts": {"points": ["galaxy != ⟨'Alfa'⟩"]}"#,
      "unknown galaxy 'Alfa'"),
    SpecCase(
      "a galaxy without quotes", #""cuts": {"galaxies": ["galaxy == ⟨Alpha⟩"]}"#,
      "unknown column 'Alpha'", advice: ["a word stands in quotes: write 'Alpha'"]),
    SpecCase(
      "a mistake of syntax", #""cuts": {"points": ["e_v_obs / v_obs ⟨=⟩ 0.1"]}"#,
      "'=' is not an operator", advice: ["write '=='"]),
    SpecCase(
      "numbers against words", #""cuts": {"galaxies": ["⟨galaxy > 3⟩"]}"#,
      "'>' cannot compare a word with a number"),
    SpecCase(
      "mistakes in several rules",
      #""cuts": {"galaxies": ["points > 3 ⟨&&⟩ v_flat > 0", "⟨vflat⟩ > 0"], "points": ["⟨radius⟩"]}"#,
      "'&&' is not an operator", "unknown column 'vflat'", "expected a condition, not a number"),
  ]
}
