/// Texts as XML has them.
enum XMLText {
  /// A text for an element or an attribute.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || special.contains($0) }) else { return text }
    return text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: scalar.value < 0x20 ? " " : String(scalar)
      }
    }.joined()
  }

  private static let special = ["&", "<", ">", "\""].map { UInt8(ascii: $0) }
}
