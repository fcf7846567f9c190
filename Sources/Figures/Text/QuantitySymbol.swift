/// The symbol of a quantity, from the name of its column.
///
/// What stands before the first `_` is the letter, what follows is its index: `v_obs` is
/// `*V*_{obs}`, `upsilon_disk` is `Υ_{disk}`, `v200` is `*V*_{200}`. A name that is no letter is
/// written as words: `hubble_type` is `hubble type`.
package enum QuantitySymbol {
  /// Names that stand for a letter, and how it is written.
  private static let letters = [
    "v": "*V*", "r": "*R*", "radius": "*R*", "distance": "*D*", "inclination": "*i*",
    "upsilon": "Υ", "omega": "ω", "sigma": "σ", "rho": "ρ", "alpha": "α", "chi2": "χ^{2}",
    "g": "*g*", "c": "*c*", "m": "*M*", "f": "*f*", "n": "*n*", "r2": "*R*^{2}", "k": "*k*",
    "p": "*p*", "l": "*L*", "sb": "Σ", "luminosity": "*L*", "x": "*x*", "y": "*y*",
  ]

  /// Parts of names that are written in capitals, or in full.
  private static let words = [
    "loo": "LOO", "bic": "BIC", "aic": "AIC", "aicc": "AICc", "delta": "Δ", "rmse": "RMS error",
    "rms": "RMS", "hi": "HI", "nfw": "NFW", "reduced": "ν",
  ]

  /// The symbol in the markup of labels.
  package static func text(_ name: String) -> String {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    var parts = last.split(separator: "_").map(String.init)
    guard let first = parts.first else { return name }
    if parts.count > 1, first == "e" {
      return "error of \(text(parts.dropFirst().joined(separator: "_")))"
    }
    if parts.count > 1, first == "log" {
      return "log \(text(parts.dropFirst().joined(separator: "_")))"
    }
    if let letter = letters[first] {
      let index = parts.dropFirst().map { words[$0] ?? $0 }.joined(separator: " ")
      return index.isEmpty ? letter : "\(letter)_{\(index)}"
    }
    let head = first.prefix { $0.isLetter }
    let digits = first.dropFirst(head.count)
    if !digits.isEmpty, digits.allSatisfy(\.isNumber), let letter = letters[String(head)] {
      let index = ([String(digits)] + parts.dropFirst()).joined(separator: " ")
      return "\(letter)_{\(index)}"
    }
    if first == "delta", parts.count > 1 {
      return "Δ" + parts.dropFirst().map { words[$0] ?? $0 }.joined(separator: " ")
    }
    parts = parts.map {
      letters[$0] == nil || $0.utf8.count < 2 ? words[$0] ?? $0 : letters[$0] ?? $0
    }
    return parts.joined(separator: " ")
  }

  /// A bound as a table says it: `c200 lower`, or several with commas.
  package static func bound(_ text: String) -> String {
    text.split(separator: ",").map { part in
      let words = part.split(separator: " ")
      guard let name = words.first else { return "" }
      return ([self.text(String(name))] + words.dropFirst().map(String.init))
        .joined(separator: " ")
    }.joined(separator: ", ")
  }
}
