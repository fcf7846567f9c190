/// The smallest piece of an expression that means something.
struct ExpressionToken {
  enum Kind: Equatable {
    case number(Double)
    case word(String)
    case boolean(Bool)
    case name(String)
    /// A name in backquotes.
    case quotedName(String)
    case not
    case among
    case infix(ExpressionOperator)
    case open
    case close
    case comma
    case end
  }

  let kind: Kind
  let span: Range<Int>

  /// What a run of letters means.
  static func kind(of identifier: String) -> Kind {
    switch identifier {
    case "true": .boolean(true)
    case "false": .boolean(false)
    case "not": .not
    case "in": .among
    case "and": .infix(.and)
    case "or": .infix(.or)
    default: .name(identifier)
    }
  }

  /// Whether a name is read as such without backquotes: words of ASCII letters, digits and `_`
  /// joined by dots, none of which starts with a digit, and no word of the language.
  static func isPlainName(_ name: String) -> Bool {
    let words = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard case .name = kind(of: name.lowercased()) else { return false }
    return words.allSatisfy { word in
      word.first.map { !$0.isDigit } == true && word.allSatisfy(\.isWordByte)
    }
  }

  /// Whether a word is the name of a unit, which people write behind numbers.
  static func isUnit(_ word: String) -> Bool {
    let units = [
      "kpc", "pc", "mpc", "km", "m", "s", "deg", "degree", "degrees", "rad", "arcsec", "arcmin",
      "lsun", "msun", "sollum", "solmass", "gyr", "yr", "mag", "dex", "percent",
    ]
    return units.contains(word.lowercased())
  }

  static let adviceOnUnits = "a number has no unit: it is in that of the column beside it"

  /// Every mark with its meaning.
  static let marks: [(text: String, kind: Kind)] =
    [("(", .open), (")", .close), (",", .comma)]
    + ExpressionOperator.allCases.filter { $0.family != .logic }.map { ($0.rawValue, .infix($0)) }

  /// Marks of other languages with the spelling that is meant.
  static let slips: [(text: String, meant: String)] = [
    ("===", "=="), ("!==", "!="), ("≤", "<="), ("≥", ">="), ("≠", "!="), ("−", "-"), ("–", "-"),
    ("×", "*"), ("·", "*"), ("÷", "/"), ("**", "^"), ("&&", "and"), ("||", "or"), ("<>", "!="),
    ("=<", "<="), ("=>", ">="), ("&", "and"), ("|", "or"), ("=", "=="), ("!", "not"),
  ]

  /// A mark or a slip: its bytes, what it means, and the spelling that is meant where it is a slip.
  typealias Mark = (bytes: [UInt8], kind: Kind, meant: String?)

  /// All marks, and then all slips.
  static let marksAndSlips: [Mark] =
    marks.map { Mark(Array($0.text.utf8), $0.kind, nil) }
    + slips.map { slip in
      let meant = marks.first { $0.text == slip.meant }?.kind ?? kind(of: slip.meant)
      return Mark(Array(slip.text.utf8), meant, slip.meant)
    }
}
