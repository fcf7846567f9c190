extension JSONValue {
  /// The type that a JSON Schema describes, in words: `number above 0`.
  var typeInWords: String {
    if let choices = self["enum"]?.array {
      return choices.map(\.canonicalText).joined(separator: " or ")
    }
    if let constant = self["const"] { return constant.canonicalText }
    if let forms = self["anyOf"]?.array {
      return forms.map(\.typeInWords).joined(separator: ", or ")
    }
    let whole = ["minimum", "maximum"].compactMap { self[$0]?.count?.grouped }
    if self["type"] == "integer", whole.count == 2 {
      return "whole number from \(whole[0]) to \(whole[1])"
    }
    let limit =
      self["exclusiveMinimum"]?.number.map { " above \(Self.spelling(of: $0))" }
      ?? self["minimum"]?.number.map { " of at least \(Self.spelling(of: $0))" } ?? ""
    switch self["type"]?.string {
    case "number": return "number\(limit)"
    case "integer": return "whole number\(limit)"
    case "string": return "text"
    case "boolean": return "true or false"
    case "null": return "null"
    case "array": return Self.list(of: self["items"]?.typeInWords ?? "value")
    case "object": return "object"
    default: return "value"
    }
  }

  /// A list of things in words.
  static func list(of words: String) -> String {
    words.contains(" ") || words.contains("\"") ? "list, each \(words)" : "list of \(words)s"
  }

  /// An object with names of the user's own in words.
  static func map(of words: String) -> String {
    words.contains(" ") || words.contains("\"")
      ? "object of names, each with \(words)" : "object of names with \(words)s"
  }
}
