extension Unicode.Scalar {
  /// Whether it is no text: a terminal may obey it, and a table break at it.
  ///
  /// The controls C0, DEL and C1, the separators of lines and paragraphs, and what turns the
  /// direction of writing.
  package var isControl: Bool {
    switch value {
    case ..<0x20, 0x7f..<0xa0, 0x61c, 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}

extension String {
  /// The first control character, if there is one.
  package var firstControl: Unicode.Scalar? {
    // Plain ASCII, which nearly every text is, is known by its bytes.
    guard utf8.contains(where: { $0 < 0x20 || $0 >= 0x7f }) else { return nil }
    return unicodeScalars.first(where: \.isControl)
  }

  /// The text with every control character spelled: `\u{1B}` for ESC.
  ///
  /// - Parameter keepsLines: Whether line feeds stay.
  /// - Returns: The text, and nothing else where it has none.
  package func spelled(keepingLines keepsLines: Bool = false) -> String {
    func isSpelled(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isControl && !(keepsLines && scalar == "\n")
    }
    guard utf8.contains(where: { $0 < 0x20 || $0 >= 0x7f }),
      unicodeScalars.contains(where: isSpelled)
    else { return self }
    var text = ""
    for scalar in unicodeScalars {
      text += isSpelled(scalar) ? scalar.spelling : String(scalar)
    }
    return text
  }

  /// The text with words of more than a hundred letters cut, and itself if it is longer than any
  /// sentence, so that a message can be read whatever it repeats.
  ///
  /// A path stays whole as far as its parts are shorter.
  package var shortened: String {
    let (longestWord, longest) = (100, 5_000)
    guard utf8.count > longestWord else { return self }
    var text = ""
    var (length, word) = (0, 0)
    for character in self {
      word = character == " " || character == "/" || character == "\n" ? 0 : word + 1
      if word == longestWord + 1 { text += "…" }
      if word > longestWord { continue }
      text.append(character)
      length += 1
      if length == longest { return text + "…" }
    }
    return text
  }
}

extension Unicode.Scalar {
  /// How Swift spells it in a text.
  package var spelling: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }
}

extension Advice {
  /// The same with words of no length cut.
  var shortened: Advice {
    Advice(
      parts.map { part in
        if case .text(let text) = part { .text(text.shortened) } else { part }
      })
  }
}
