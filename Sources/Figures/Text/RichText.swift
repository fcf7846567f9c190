/// Words in the markup of labels: `*V*_{200}`, `10^{−10}`.
///
/// A star without a second one, and a brace that is not closed, stand for themselves.
package struct RichText: Equatable, Sendable {
  package var runs: [Run]

  package init(runs: [Run]) { self.runs = runs }

  package init(_ markup: String) {
    guard markup.utf8.contains(where: { $0 == 0x2A || $0 == 0x5F || $0 == 0x5E }) else {
      runs = markup.isEmpty ? [] : [Run(markup, .base, isItalic: false)]
      return
    }
    runs = Self.parsed(Array(markup))
  }

  /// Some characters in one look.
  package struct Run: Equatable, Sendable {
    package var text: String
    package var level: Level
    package var isItalic: Bool

    init(_ text: String, _ level: Level, isItalic: Bool) {
      (self.text, self.level, self.isItalic) = (text, level, isItalic)
    }
  }

  /// Where characters stand.
  package enum Level: Sendable {
    case base, sub, sup

    /// Their size as a part of that of the text.
    var size: Double { self == .base ? 1 : 0.72 }

    /// How much lower they stand, as a part of the size.
    var drop: Double {
      switch self {
      case .base: 0
      case .sub: 0.2
      case .sup: -0.36
      }
    }
  }

  /// The words without their looks.
  package var plain: String { runs.map(\.text).joined() }

  private static func parsed(_ characters: [Character]) -> [Run] {
    var (runs, buffer, isItalic, index) = ([Run](), "", false, 0)
    func flush() {
      if !buffer.isEmpty { runs.append(Run(buffer, .base, isItalic: isItalic)) }
      buffer = ""
    }
    while index < characters.count {
      let character = characters[index]
      if character == "*", isItalic || characters[(index + 1)...].contains("*") {
        flush()
        isItalic.toggle()
        index += 1
      } else if "_^".contains(character), index + 1 < characters.count,
        characters[index + 1] == "{",
        let end = characters[(index + 2)...].firstIndex(of: "}")
      {
        flush()
        let level: Level = character == "_" ? .sub : .sup
        let inside = String(characters[(index + 2)..<end].filter { $0 != "*" })
        if !inside.isEmpty { runs.append(Run(inside, level, isItalic: false)) }
        index = end + 1
      } else {
        buffer.append(character)
        index += 1
      }
    }
    flush()
    return runs
  }
}
