/// A formula of a law's card as MathML, with its text as the label for those who listen.
///
/// The cards write formulas in one line of plain text: `V = V_bary + omega R / (1 + R / r_t)`.
/// A word with an underscore has an index, two factors stand beside each other, `^` raises, and
/// Greek letters are spelled. Division of two factors is drawn as a fraction.
struct Formula {
  private let words: [Word]
  private var position = 0

  /// The formula as an element of a page; as plain code where it cannot be read.
  static func html(_ text: String) -> HTML {
    var parser = Formula(text)
    guard let markup = parser.all(), parser.position == parser.words.count else {
      return "<p class=\"eq\"><code>\(text)</code></p>\n"
    }
    return """
      <div class="eq" role="group" aria-label="Formula" tabindex="0">\
      <math display="block" aria-label="\(text)"><mrow>\(markup)</mrow></math></div>

      """
  }

  private enum Word: Equatable {
    case name(String)
    case number(String)
    case sign(Character)
  }

  private init(_ text: String) {
    var words: [Word] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isLetter {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        words.append(.name(String(name)))
        rest = rest.dropFirst(name.count)
      } else if first.isNumber {
        let number = rest.prefix { $0.isNumber || $0 == "." }
        words.append(.number(String(number)))
        rest = rest.dropFirst(number.count)
      } else {
        if first != " " { words.append(.sign(first)) }
        rest = rest.dropFirst()
      }
    }
    self.words = words
  }

  private var next: Word? { position < words.count ? words[position] : nil }

  private mutating func takes(_ sign: Character) -> Bool {
    guard next == .sign(sign) else { return false }
    position += 1
    return true
  }

  /// Equations with commas between them.
  private mutating func all() -> HTML? {
    guard var html = equation() else { return nil }
    while takes(",") {
      guard let more = equation() else { return nil }
      html += "<mo>,</mo><mspace width=\"1em\"></mspace>" + more
    }
    return html
  }

  private mutating func equation() -> HTML? {
    guard let left = sum() else { return nil }
    guard takes("=") else { return left }
    return sum().map { left + "<mo>=</mo>" + $0 }
  }

  private mutating func sum() -> HTML? {
    let isNegative = takes("-")
    guard let first = product() else { return nil }
    var html: HTML = isNegative ? "<mo>−</mo>" + first : first
    while true {
      let sign: HTML = takes("+") ? "<mo>+</mo>" : takes("-") ? "<mo>−</mo>" : ""
      guard !sign.text.isEmpty else { return html }
      guard let term = product() else { return nil }
      html += sign + term
    }
  }

  /// Factors beside each other; a fraction has the last of them, or the one in brackets, above.
  private mutating func product() -> HTML? {
    guard var html = quotient() else { return nil }
    while let next, isFactor(next) {
      guard let factor = quotient() else { return nil }
      html += "<mo>&#8290;</mo>" + factor
    }
    return html
  }

  private mutating func quotient() -> HTML? {
    guard var html = power(isGrouped: true) else { return nil }
    while takes("/") {
      guard let below = power(isGrouped: false) else { return nil }
      html = "<mfrac><mrow>\(html)</mrow><mrow>\(below)</mrow></mfrac>"
    }
    return html
  }

  private func isFactor(_ word: Word) -> Bool {
    switch word {
    case .name, .number: true
    case .sign(let sign): sign == "("
    }
  }

  /// A factor with its exponent; brackets under the line of a fraction need not stay.
  private mutating func power(isGrouped: Bool) -> HTML? {
    let start = position
    guard var base = factor() else { return nil }
    if !isGrouped, words[start] == .sign("("), words[position - 1] == .sign(")"),
      next != .sign("^")
    {
      var inner = self
      inner.position = start + 1
      base = inner.sum() ?? base
    }
    guard takes("^") else { return base }
    guard let exponent = factor() else { return nil }
    return "<msup><mrow>\(base)</mrow><mrow>\(exponent)</mrow></msup>"
  }

  private mutating func factor() -> HTML? {
    guard let word = next else { return nil }
    position += 1
    switch word {
    case .number(let text): return "<mn>\(text)</mn>"
    case .sign("("):
      guard let inner = sum(), takes(")") else { return nil }
      return "<mrow><mo>(</mo>\(inner)<mo>)</mo></mrow>"
    case .sign: return nil
    case .name(let name):
      // Words of a sentence are no formula.
      guard !["of", "from", "to", "integral"].contains(name) else { return nil }
      guard next == .sign("("), name == "m" || Self.functions.contains(name) else {
        return Self.symbol(name)
      }
      position += 1
      guard let inner = sum(), takes(")") else { return nil }
      if name == "sqrt" { return "<msqrt><mrow>\(inner)</mrow></msqrt>" }
      return "<mi>\(name)</mi><mo>&#8289;</mo><mrow><mo>(</mo>\(inner)<mo>)</mo></mrow>"
    }
  }

  private static let functions = ["sqrt", "exp", "ln", "log10", "tanh", "arctan"]

  private static let letters = [
    "omega": "ω", "alpha": "α", "dagger": "†", "upsilon": "Υ", "Upsilon": "Υ", "rho": "ρ",
    "beta": "β",
    "gamma": "γ", "lambda": "λ",
  ]

  /// A quantity, with what follows its underscore or first digit as index.
  private static func symbol(_ name: String) -> HTML {
    let split = name.firstIndex { $0 == "_" || $0.isNumber } ?? name.endIndex
    let stem = String(name[..<split])
    let index = name[split...].drop { $0 == "_" }.split(separator: "_").joined(separator: " ")
    let base: HTML = "<mi>\(letters[stem] ?? stem)</mi>"
    return index.isEmpty
      ? base : "<msub>\(base)<mtext>\(letters[index] ?? index)</mtext></msub>"
  }
}
