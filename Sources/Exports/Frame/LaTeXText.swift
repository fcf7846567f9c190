/// Texts as LaTeX sets them.
enum LaTeXText {
  /// A text in which no character commands.
  ///
  /// Letters of Latin-1 stay, Greek letters and the sign of the Sun are set as symbols, and what
  /// is no letter that every installation has is `[U+XXXX]`.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map(escaped).joined()
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    if let symbol = symbols[scalar] { return symbol }
    switch scalar.value {
    case 0x20...0x7e, 0xc0...0xff: return String(scalar)
    case 0..<0x20, 0x7f..<0xa1: return " "
    default: return "{[}U+\(String(scalar.value, radix: 16, uppercase: true))]"
    }
  }

  private static let symbols: [Unicode.Scalar: String] = {
    var symbols: [Unicode.Scalar: String] = [
      "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_", "{": "\\{", "}": "\\}",
      "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}",
      "<": "$<$", ">": "$>$", "|": "$|$", "\"": "{''}", "[": "{[}", "*": "{*}", "`": "{`}",
      "\u{2212}": "$-$", "\u{2013}": "--", "\u{2014}": "---", "\u{b0}": "$^\\circ$",
      "\u{b1}": "$\\pm$", "\u{d7}": "$\\times$", "\u{b7}": "$\\cdot$", "\u{b2}": "$^2$",
      "\u{b3}": "$^3$", "\u{2609}": "$\\odot$", "\u{2299}": "$\\odot$", "\u{221e}": "$\\infty$",
      "\u{2248}": "$\\approx$", "\u{2264}": "$\\leq$", "\u{2265}": "$\\geq$",
    ]
    for (letter, name) in greek { symbols[letter] = "$\\\(name)$" }
    return symbols
  }()

  private static let greek: KeyValuePairs<Unicode.Scalar, String> = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu",
    "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi",
    "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta",
    "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Υ": "Upsilon", "Φ": "Phi", "Ψ": "Psi",
    "Ω": "Omega", "ϒ": "Upsilon",
  ]
}
