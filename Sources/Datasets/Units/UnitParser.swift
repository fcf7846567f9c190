/// Reads units as files write them: `km/s`, `km s-1`, `km s^{-1}`, `solLum / pc2`, `10+9solLum`.
///
/// Products are written with a blank, `*`, `.` or `·`; `/` divides by what follows it, a name or a
/// group in parentheses; a power stands behind its name, as `2`, `-1`, `^2`, `**2` or raised.
///
/// - SeeAlso: the standard units of the CDS, https://cds.unistra.fr/doc/catstd-3.2.htx, and of
///   FITS, section 4.3 of the FITS standard 4.0.
struct UnitParser {
  private var rest: Substring
  private var depth = 0

  private init(_ text: Substring) {
    rest = text
  }

  /// The unit that a text means.
  ///
  /// - Returns: `nil` if it means none that is known.
  static func unit(_ text: String) -> MeasureUnit? {
    // No unit is as long as that, and nothing is worked out for one that is.
    text.utf8.count <= longest ? usual[text] ?? parsed(text) : nil
  }

  /// The spellings that thousands of files share, parsed once.
  private static let usual = Dictionary(
    uniqueKeysWithValues: [
      "", "kpc", "km/s", "km / s", "L/pc^2", "solLum / pc2", "solLum/pc2", "Mpc", "deg",
      "solMass / pc2", "1e9 solLum", "1e9 solMass", "10+9solLum", "10+9solMass", "arcsec",
    ].compactMap { text in parsed(text).map { (text, $0) } })

  private static func parsed(_ text: String) -> MeasureUnit? {
    let plain = cleaned(text)
    if blanks.contains(plain) { return .number }
    for (opening, closing) in logarithms where plain.hasPrefix(opening) && plain.hasSuffix(closing)
    {
      let inner = plain.dropFirst(opening.count).dropLast(closing.count)
      guard let unit = unit(of: String(inner)) else { return nil }
      // Nobody means the logarithm of a length, a speed or an angle by brackets alone.
      if opening == "[", !unit.mayBeLogarithm { return unit }
      return MeasureUnit(
        unit.dimension, unit.coefficient, exponent: unit.exponent, isLogarithm: true)
    }
    return unit(of: plain)
  }

  /// How many bytes the text of a unit has at most.
  private static let longest = 100

  /// What stands where a quantity has no unit.
  private static let blanks: Set<String> = ["", "-", "--", "---", "1", "[]", "()"]
  /// How logarithms are marked; the last is the way of the CDS.
  private static let logarithms = [("dex(", ")"), ("log10(", ")"), ("log(", ")"), ("[", "]")]

  private static func unit(of text: String) -> MeasureUnit? {
    if let known = wholes[text] { return unit(of: known) }
    var parser = UnitParser(text[...])
    guard let unit = parser.product(), parser.rest.isEmpty, unit.coefficient.isFinite,
      unit.coefficient > 0, unit.exponent.magnitude <= 100
    else { return nil }
    return unit
  }

  /// Spellings that are no products of names.
  private static let wholes = [
    "kms-1": "km s-1", "kms^-1": "km s-1", "kmps": "km s-1", "kps": "km s-1",
    "kms": "km s-1", "KM/S": "km s-1", "Km/s": "km s-1", "M/S": "m s-1",
  ]

  /// A text without what formulas and typesetting add to it.
  private static func cleaned(_ text: String) -> String {
    var plain = ""
    for character in text {
      switch character {
      case "$", "{", "}", "\\", "~": continue
      case "−", "–": plain.append("-")
      case "\t", "\u{A0}", ",": plain.append(" ")
      case "×", "·": plain.append("*")
      default:
        if let raised = raised[character] {
          plain.append(raised)
        } else {
          plain.append(character)
        }
      }
    }
    while plain.first == " " { plain.removeFirst() }
    while plain.last == " " { plain.removeLast() }
    return plain
  }

  private static let raised: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-", "⁺": "+",
  ]

  private mutating func product() -> MeasureUnit? {
    var unit = MeasureUnit.number
    var (isFirst, sign) = (true, 1)
    while true {
      skipBlanks()
      guard let next = rest.first, next != ")" else { return isFirst || sign < 0 ? nil : unit }
      if next == "/" {
        guard sign > 0 else { return nil }
        rest.removeFirst()
        sign = -1
        isFirst = false
        continue
      }
      if !isFirst, sign > 0, next == "*" || next == "." {
        guard !rest.hasPrefix("**") else { return nil }
        rest.removeFirst()
        skipBlanks()
      }
      guard let factor = factor() else { return nil }
      unit = unit.times(factor, power: sign)
      guard unit.exponent.magnitude <= 1000 else { return nil }
      (isFirst, sign) = (false, 1)
    }
  }

  /// A number, a group or a name, each with its power.
  private mutating func factor() -> MeasureUnit? {
    guard let next = rest.first else { return nil }
    if next == "(" {
      depth += 1
      defer { depth -= 1 }
      guard depth < 8 else { return nil }
      rest.removeFirst()
      guard let inner = product(), rest.first == ")" else { return nil }
      rest.removeFirst()
      guard let power = power() else { return nil }
      return MeasureUnit.number.times(inner, power: power)
    }
    if next.isNumber { return number() }
    let name = rest.prefix { $0.isLetter || "_°'\"′″☉⊙".contains($0) }
    guard !name.isEmpty, let unit = UnitNames.unit(named: String(name)) else { return nil }
    rest.removeFirst(name.count)
    guard let power = power() else { return nil }
    return MeasureUnit.number.times(unit, power: power)
  }

  /// A factor: `1e9`, `10^9`, `10**9`, `10+9`, `1000`.
  private mutating func number() -> MeasureUnit? {
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    rest.removeFirst(digits.count)
    guard let value = DecimalNumber.value(of: String(digits)), value > 0, value.isFinite else {
      return nil
    }
    if value == 10, let power = power(), power != 1 {
      return MeasureUnit(.none, exponent: power)
    }
    if let mark = rest.first, mark == "e" || mark == "E" {
      rest.removeFirst()
      guard let exponent = integer() else { return nil }
      return MeasureUnit(.none, value, exponent: exponent)
    }
    // A power of ten stays one, so that nothing is rounded.
    var (coefficient, exponent) = (value, 0)
    while coefficient >= 10, (coefficient / 10).rounded() == coefficient / 10 {
      (coefficient, exponent) = (coefficient / 10, exponent + 1)
    }
    return MeasureUnit(.none, coefficient, exponent: exponent)
  }

  /// The power behind a name, 1 if there is none; `nil` if what stands there is none.
  private mutating func power() -> Int? {
    for mark in ["**", "^"] where rest.hasPrefix(mark) {
      rest.removeFirst(mark.count)
      if rest.first == "(" {
        rest.removeFirst()
        guard let power = integer(), rest.first == ")" else { return nil }
        rest.removeFirst()
        return power
      }
      return integer()
    }
    guard let next = rest.first, next.isASCII, next.isNumber || next == "-" || next == "+" else {
      return 1
    }
    return integer()
  }

  /// A whole number with or without a sign, of at most two digits.
  private mutating func integer() -> Int? {
    var text = ""
    if let sign = rest.first, sign == "-" || sign == "+" {
      text.append(sign)
      rest.removeFirst()
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count) else { return nil }
    rest.removeFirst(digits.count)
    return Int(text + digits)
  }

  private mutating func skipBlanks() {
    while rest.first == " " { rest.removeFirst() }
  }
}
