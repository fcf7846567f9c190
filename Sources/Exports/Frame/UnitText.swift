/// A unit taken apart, so that every format can spell it in its own way.
///
///     1e9 solMass      km / (kpc s)      solLum / pc2
struct UnitText {
  /// A unit to a power.
  struct Factor: Equatable {
    let name: String
    let power: Int
  }

  /// The power of ten before it; 0 for none.
  private(set) var decade = 0
  private(set) var factors: [Factor] = []

  /// Takes a unit apart; `nil` if it is spelled in some other way.
  init?(_ text: String) {
    var sign = 1
    var depth = 0
    var words = text[...]
    if words.hasPrefix("1e"), let blank = words.firstIndex(of: " "),
      let power = Int(words[words.index(words.startIndex, offsetBy: 2)..<blank])
    {
      decade = power
      words = words[words.index(after: blank)...]
    }
    var word = ""
    func factor(_ word: String) -> Factor? {
      let name = word.prefix { $0.isLetter || $0 == "%" }
      let rest = word.dropFirst(name.count)
      guard !name.isEmpty, name.allSatisfy(\.isASCII) else { return nil }
      if rest.isEmpty { return Factor(name: String(name), power: sign) }
      guard let power = Int(rest) else { return nil }
      return Factor(name: String(name), power: sign * power)
    }
    for character in words + " " {
      switch character {
      case " ", "/", "(", ")":
        if !word.isEmpty {
          guard let next = factor(word) else { return nil }
          factors.append(next)
          if sign < 0, depth == 0 { sign = 1 }
          word = ""
        }
        switch character {
        case "/":
          guard depth == 0 else { return nil }
          sign = -1
        case "(": depth += 1
        case ")":
          depth -= 1
          sign = 1
        default: break
        }
      default: word.append(character)
      }
    }
    guard depth == 0, !factors.isEmpty else { return nil }
  }

  /// As FITS has it: `10**9 solMass`, `km s-1`.
  static func fits(_ text: String) -> String {
    guard let unit = UnitText(text) else { return ASCIIText.escaped(text) }
    return
      (unit.head("10**\(unit.decade)")
      + unit.factors.map { $0.power == 1 ? $0.name : "\($0.name)\($0.power)" })
      .joined(separator: " ")
  }

  /// As VOUnits has it: `10**9solMass`, `km.s**-1`.
  static func virtualObservatory(_ text: String) -> String {
    guard let unit = UnitText(text) else { return text }
    return unit.head("10**\(unit.decade)").joined()
      + unit.factors.map { $0.power == 1 ? $0.name : "\($0.name)**\($0.power)" }
      .joined(separator: ".")
  }

  /// As the CDS has it: `10+9solMass`, `km/s`; `---` for a plain number.
  static func catalogue(_ text: String) -> String {
    if text.isEmpty { return "---" }
    guard let unit = UnitText(text) else {
      return ASCIIText.escaped(text).replacing(" ", with: "")
    }
    func power(_ factor: Factor) -> String {
      abs(factor.power) == 1 ? factor.name : "\(factor.name)\(abs(factor.power))"
    }
    let above = unit.factors.filter { $0.power > 0 }.map(power).joined(separator: ".")
    let below = unit.factors.filter { $0.power < 0 }.map { "/\(power($0))" }.joined()
    let decade = unit.decade < 0 ? "10\(unit.decade)" : "10+\(unit.decade)"
    return unit.head(decade).joined() + above + below
  }

  /// As LaTeX sets it: `$10^{9}\,M_\odot$`, `$\mathrm{km\,s^{-1}}$`.
  static func latex(_ text: String) -> String {
    guard let unit = UnitText(text) else { return LaTeXText.escaped(text) }
    let symbols = ["solMass": "M_\\odot", "solLum": "L_\\odot", "solRad": "R_\\odot"]
    let parts = unit.factors.map { factor in
      let power = factor.power == 1 ? "" : "^{\(factor.power)}"
      if let symbol = symbols[factor.name] {
        return power.isEmpty ? symbol : "{\(symbol)}\(power)"
      }
      return "\\mathrm{\(factor.name.replacing("%", with: "\\%"))}\(power)"
    }
    return "$\((unit.head("10^{\(unit.decade)}") + parts).joined(separator: "\\,"))$"
  }

  private func head(_ text: String) -> [String] { decade == 0 ? [] : [text] }
}
