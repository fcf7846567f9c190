import Foundation

/// Text that would tell a terminal what to do, and where it can stand.
enum HostileText {
  /// A colour, a bell, a control character of one byte and of two, and a reversed direction.
  static let text = "q\u{1B}[31m\u{07}\u{7F}\u{9B}1m\u{202E}\u{2066}\u{2028}z"
  /// The same in a word of JSON.
  static let word = #""q\u001B[31m\u0007\u007F\u009B1m\u202E\u2066\u2028z""#
  /// The same in a line of the shell.
  static let quoted =
    #""$(printf 'q\033[31m\007\177\302\2331m\342\200\256\342\201\246\342\200\250z')""#

  /// The characters of an output that a terminal obeys, or that change the order of what it shows.
  static func commands(in output: String) -> [String] {
    let found = output.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0a: false
      case 0..<0x20, 0x7f...0x9f, 0x061c, 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069: true
      default: false
      }
    }
    return Set(found.map { "U+" + String($0.value, radix: 16, uppercase: true) }).sorted()
  }

  /// The texts that come of a JSON text when one of its words, keys among them, becomes hostile.
  static func variants(of json: String) -> [String] {
    let words = json.ranges(of: /"(?:[^"\\]|\\.)*"/)
    var seen: Set<Substring> = []
    return words.filter { seen.insert(json[$0]).inserted }.map {
      json.replacingCharacters(in: $0, with: word)
    }
  }
}
