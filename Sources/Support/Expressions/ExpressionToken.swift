/// The smallest piece of an expression that means something.
struct ExpressionToken {
  enum Kind: Equatable {
    case number(Double)
    case word(String)
    case boolean(Bool)
    case name(String)
    case not
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
    case "and": .infix(.and)
    case "or": .infix(.or)
    default: .name(identifier)
    }
  }

  /// Every mark with its meaning, longer ones before their own beginnings.
  static let marks: [(text: String, kind: Kind)] =
    ([("(", .open), (")", .close), (",", .comma)]
    + ExpressionOperator.allCases.filter { $0.family != .logic }.map { ($0.rawValue, .infix($0)) })
    .sorted { $0.0.utf8.count > $1.0.utf8.count }

  /// Marks of other languages with the spelling that is meant, longer ones first.
  static let slips: [(text: String, meant: String)] = [
    ("===", "=="), ("!==", "!="), ("≤", "<="), ("≥", ">="), ("≠", "!="), ("−", "-"), ("–", "-"),
    ("×", "*"), ("·", "*"), ("÷", "/"), ("**", "^"), ("&&", "and"), ("||", "or"), ("<>", "!="),
    ("=<", "<="), ("=>", ">="), ("&", "and"), ("|", "or"), ("=", "=="), ("!", "not"),
  ]
}
