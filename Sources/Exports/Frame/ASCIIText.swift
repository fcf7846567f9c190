/// Texts for formats that know no characters beyond ASCII.
enum ASCIIText {
  /// A text in printable ASCII.
  ///
  /// Every other character, and a blank at an end, is `\uXXXX`, or `\UXXXXXXXX` beyond U+FFFF, as
  /// Python's `unicode_escape` reads it.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x21...0x7e ~= $0 }) { return text }
    let scalars = Array(text.unicodeScalars)
    let first = scalars.firstIndex { $0 != " " }
    let last = scalars.lastIndex { $0 != " " }
    return scalars.enumerated().map { index, scalar in
      let isInside = first.map { $0 < index } == true && last.map { index < $0 } == true
      let stays = 0x21...0x7e ~= scalar.value || (scalar == " " && isInside)
      return stays ? String(scalar) : escape(scalar)
    }.joined()
  }

  /// Names of letters, digits and underscores, no two of which differ in case alone.
  ///
  /// Another character is an underscore, or `u` and its number if it is not ASCII.
  static func names(_ names: [String]) -> [String] {
    distinct(
      names.map { name in
        name.unicodeScalars.map { scalar in
          if isOfName(scalar) { return String(scalar) }
          return scalar.isASCII ? "_" : "u\(digits(scalar, 4))"
        }.joined()
      })
  }

  /// Names no two of which differ in case alone: later ones have a number at their end.
  static func distinct(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      var (unique, number) = (name, 2)
      while !taken.insert(unique.lowercased()).inserted {
        unique = "\(name)_\(number)"
        number += 1
      }
      return unique
    }
  }

  /// Whether a character is an ASCII letter or digit, or an underscore.
  static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "_": true
    default: false
    }
  }

  /// A character as `\uXXXX`.
  static func escape(_ scalar: Unicode.Scalar) -> String {
    scalar.value > 0xffff ? "\\U\(digits(scalar, 8))" : "\\u\(digits(scalar, 4))"
  }

  private static func digits(_ scalar: Unicode.Scalar, _ count: Int) -> String {
    let text = String(scalar.value, radix: 16)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
