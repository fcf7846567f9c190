/// A piece of a page: its literal parts are markup, and every text put into it is escaped.
///
///     HTML("<td title=\"\(unit)\">\(name)</td>")
///
/// A name like `<b>` or `"x` cannot become markup, neither between elements nor in an attribute.
package struct HTML: ExpressibleByStringInterpolation, Sendable {
  package private(set) var text: String

  package init(stringLiteral text: String) {
    self.text = text
  }

  package init(stringInterpolation pieces: Pieces) {
    text = pieces.text
  }

  /// A text as it is to be read.
  init(text: String) {
    self.text = Self.escaped(text)
  }

  /// Markup that somebody else made, as a picture.
  ///
  /// - Parameter markup: Made by this program.
  init(trusting markup: String) {
    text = markup
  }

  static let empty: HTML = ""

  static func += (left: inout HTML, right: HTML) {
    left.text += right.text
  }

  static func + (left: HTML, right: HTML) -> HTML {
    HTML(trusting: left.text + right.text)
  }

  /// The text with every sign that means something in markup spelled out.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      // Control characters have no place in a document, spelled or not.
      case ..<0x20 where byte != 0x0a && byte != 0x09: bytes += "�".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: byte < 0x20
    }
  }

  /// The pieces of a literal with values in it.
  package struct Pieces: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    package mutating func appendInterpolation(_ value: String) {
      text += HTML.escaped(value)
    }

    package mutating func appendInterpolation(_ value: Int) {
      text += String(value)
    }

    package mutating func appendInterpolation(_ html: HTML) {
      text += html.text
    }

    package mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { text += piece.text }
    }
  }
}

extension [HTML] {
  /// The pieces one after the other with something between them.
  func joined(_ separator: HTML) -> HTML {
    HTML(trusting: map(\.text).joined(separator: separator.text))
  }
}
