/// A line of the head of a FITS file: 80 characters.
enum FITSCard {
  static let length = 80

  /// A keyword with a number or truth value, which ends in column 30.
  static func value(_ keyword: String, _ value: String, _ comment: String) -> [UInt8] {
    let blanks = String(repeating: " ", count: max(0, 20 - value.utf8.count))
    return line("\(name(keyword))= \(blanks)\(value) / \(comment)")
  }

  /// A keyword with a text, cut where the card ends.
  static func text(_ keyword: String, _ text: String) -> [UInt8] {
    // A quote takes two characters.
    var (body, rest) = ("", length - 12)
    for character in ASCIIText.escaped(text) {
      let spelled = character == "'" ? "''" : String(character)
      guard spelled.utf8.count <= rest else { break }
      body += spelled
      rest -= spelled.utf8.count
    }
    let blanks = String(repeating: " ", count: max(0, 8 - body.utf8.count))
    return line("\(name(keyword))= '\(body)\(blanks)'")
  }

  /// A remark over as many cards as it needs.
  static func comment(_ text: String) -> [UInt8] {
    let bytes = Array(ASCIIText.escaped(text).utf8)
    let room = length - 8
    return stride(from: 0, to: bytes.count, by: room).flatMap { start in
      let part = bytes[start..<min(start + room, bytes.count)]
      return line("COMMENT " + String(decoding: part, as: UTF8.self))
    }
  }

  static func line(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8.prefix(length))
    return bytes + [UInt8](repeating: 0x20, count: length - bytes.count)
  }

  private static func name(_ keyword: String) -> String {
    keyword + String(repeating: " ", count: max(0, 8 - keyword.utf8.count))
  }
}
