/// Colours text where that is wanted, and leaves it alone where it is not.
package struct Paint: Equatable, Sendable {
  /// The colours in use, named for what they are and not for what they mean.
  package enum Colour: Int, CaseIterable, Sendable {
    case bold = 1
    case dim = 2
    case red = 31
    case green = 32
    case yellow = 33
    case cyan = 36
  }

  package let isOn: Bool

  /// Colour is wanted on a terminal that understands it, unless `NO_COLOR` is set.
  package init(isTTY: Bool, environment: [String: String]) {
    isOn =
      isTTY && Self.understandsEscapes(environment) && environment["NO_COLOR", default: ""].isEmpty
  }

  func callAsFunction(_ colour: Colour?, _ text: String) -> String {
    guard isOn, let colour else { return text }
    return "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m"
  }

  /// Whether a terminal moves its cursor and changes colours when told to.
  static func understandsEscapes(_ environment: [String: String]) -> Bool {
    environment["TERM", default: ""] != "dumb"
  }
}
