import Support

extension JSONValue {
  /// An object of the members that have a value.
  static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { key, value in value.map { Member(key, $0) } })
  }

  /// A list of those that are there.
  static func list(_ values: [JSONValue?]) -> JSONValue { .array(values.compactMap(\.self)) }

  /// A condition that holds where a column is one of some words; `nil` for none.
  static func condition(_ column: String, among words: [String]) -> JSONValue? {
    switch words.count {
    case 0: nil
    case 1: .string("\(column) == \(quoted(words[0]))")
    default: .string("\(column) in (\(words.map(quoted).joined(separator: ", ")))")
    }
  }

  /// Conditions that must all hold; `nil` for none.
  static func all(_ conditions: [JSONValue?]) -> JSONValue? {
    let texts = conditions.compactMap { $0?.string }
    return texts.isEmpty ? nil : .string(texts.joined(separator: " and "))
  }

  /// Words in the order in which they are given, as a number to sort by; `nil` for fewer than two.
  static func order(_ column: String, as words: [String]) -> JSONValue? {
    guard words.count > 1 else { return nil }
    let last = "\(words.count - 1)"
    let text = words.dropLast().enumerated().reversed().reduce(last) { rest, item in
      "if(\(column) == \(quoted(item.element)), \(item.offset), \(rest))"
    }
    return .string(text)
  }

  /// A word as an expression has it.
  private static func quoted(_ word: String) -> String {
    "'\(word.replacing("'", with: "''"))'"
  }
}
