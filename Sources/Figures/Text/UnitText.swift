/// Units as figures write them: `km/s`, `m/s^{2}`, `10^{9} *M*_{sun}`.
package enum UnitText {
  private static let words = [
    "deg": "°", "solMass": "*M*_{sun}", "solLum": "*L*_{sun}", "1e9": "10^{9}", "1e-10": "10^{−10}",
    "micron": "μm",
  ]

  /// The unit in the markup of labels, upright; empty for a plain number, and
  /// where it is not known.
  package static func text(_ unit: String?) -> String {
    guard let unit else { return "" }
    var text = ""
    for part in unit.split(separator: " ") {
      if part == "/" {
        text += "/"
        continue
      }
      if !text.isEmpty, !text.hasSuffix("/") { text += " " }
      text += word(String(part))
    }
    return text
  }

  /// The unit behind a number, with the space that it takes.
  package static func suffix(_ unit: String?) -> String {
    let text = text(unit)
    return text.isEmpty || text == "°" ? text : " \(text)"
  }

  private static func word(_ part: String) -> String {
    if let word = words[part] { return word }
    let letters = part.prefix { !$0.isNumber && $0 != "-" }
    let power = part.dropFirst(letters.count)
    guard !letters.isEmpty, !power.isEmpty, Int(power) != nil else { return part }
    let base = words[String(letters)] ?? String(letters)
    return "\(base)^{\(power.replacing("-", with: "−"))}"
  }
}
