import Support

extension JSONValue {
  /// An object with some members more; those of the same names are replaced where they stand.
  func with(_ others: JSONValue) -> JSONValue {
    let kept = entries.map { member in Member(member.key, others[member.key] ?? member.value) }
    return .object(kept + others.entries.filter { self[$0.key] == nil })
  }

  /// An object without some members.
  func without(_ keys: String...) -> JSONValue {
    .object(entries.filter { !keys.contains($0.key) })
  }

  /// The value with a part of it changed; as it is where there is no such part.
  ///
  /// - Parameters:
  ///   - path: The keys that lead to the part.
  ///   - change: Makes the new part of the old one.
  /// - Returns: The new value.
  func changing(_ path: String..., by change: (JSONValue) -> JSONValue) -> JSONValue {
    changing(path[...], by: change)
  }

  private func changing(
    _ path: ArraySlice<String>, by change: (JSONValue) -> JSONValue
  ) -> JSONValue {
    guard let key = path.first else { return change(self) }
    return .object(
      entries.map { member in
        guard member.key == key else { return member }
        return Member(key, member.value.changing(path.dropFirst(), by: change))
      })
  }

  /// A list of words.
  static func words(_ words: [String]) -> JSONValue { .array(words.map { .string($0) }) }

  /// A reference to a definition of the same schema.
  static func definition(_ name: String) -> JSONValue { ["$ref": .string("#/$defs/\(name)")] }

  /// A schema that asks for these keys.
  static func requiring(_ keys: String...) -> JSONValue { ["required": .words(keys)] }

  /// A schema of an object whose key has some value.
  static func having(_ key: String, _ value: JSONValue) -> JSONValue {
    ["required": [.string(key)], "properties": .object([Member(key, value)])]
  }

  /// A schema that refuses these keys, wherever they stand.
  static func refusing(_ keys: [String]) -> JSONValue {
    ["properties": .object(keys.map { Member($0, false) })]
  }
}
