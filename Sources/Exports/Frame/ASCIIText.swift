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
    var taken: Set<String> = []
    return names.map { name in
      let plain = name.unicodeScalars.map { scalar in
        scalar.isASCII
          ? (UInt8(scalar.value).isNameByte ? String(scalar) : "_") : "u\(digits(scalar, 4))"
      }.joined()
      var (unique, number) = (plain, 2)
      while !taken.insert(unique.lowercased()).inserted {
        unique = "\(plain)_\(number)"
        number += 1
      }
      return unique
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

extension UInt8 {
  /// Whether it is a letter, a digit or an underscore.
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
