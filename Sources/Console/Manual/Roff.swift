import Support

/// A page in the making, in the language that `man` sets.
struct Roff {
  private(set) var output = ""

  /// A request of the macros of manual pages, with its words.
  mutating func request(_ name: String, _ words: [String] = []) {
    let quoted = words.map { "\"\(Self.spelled($0).replacing("\"", with: "\\(dq"))\"" }
    output += ([".\(name)"] + quoted).joined(separator: " ") + "\n"
  }

  /// A line of running text.
  mutating func text(_ text: String) {
    output += Self.line(text) + "\n"
  }

  mutating func paragraph(_ text: String) {
    request("PP")
    self.text(text)
  }

  /// A term with what it means.
  mutating func entry(_ term: String, _ text: String) {
    request("TP")
    output += "\\fB\(Self.spelled(term))\\fR\n"
    self.text(text)
  }

  /// Words in bold with others behind them, on lines that are filled but not spread.
  mutating func bold(_ words: String, then rest: String) {
    request("PP")
    output += ".ad l\n.nh\n"
    output += "\\fB\(Self.spelled(words))\\fR \(Self.spelled(rest))\n"
    output += ".hy\n.ad b\n"
  }

  /// Lines that stand as they are.
  mutating func lines(_ text: String) {
    request("PP")
    request("nf")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      output += Self.line(String(line)) + "\n"
    }
    request("fi")
  }

  /// A line that begins with no request.
  private static func line(_ text: String) -> String {
    let spelled = spelled(text)
    return spelled.hasPrefix(".") || spelled.hasPrefix("'") ? "\\&" + spelled : spelled
  }

  /// A text that is set as it is: marks of the language are spelled, and so is what is not ASCII.
  private static func spelled(_ text: String) -> String {
    var spelled = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": spelled += "\\e"
      case "-": spelled += "\\-"
      case "'": spelled += "\\(aq"
      case "`": spelled += "\\(ga"
      case "^": spelled += "\\(ha"
      case "~": spelled += "\\(ti"
      case "\u{A0}": spelled += "\\ "
      case "…": spelled += "..."
      case "–": spelled += "\\(en"
      case _ where scalar.isASCII: spelled.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        spelled += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
      }
    }
    return spelled
  }
}
