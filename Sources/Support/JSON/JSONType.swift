/// How a JSON value becomes a value of the program, and the JSON Schema that says the same.
///
/// Reading returns `nil` when the value does not fit; the report then has the reason.
package struct JSONType<Value: Sendable>: Sendable {
  package let schema: JSONValue
  package let read: @Sendable (JSONNode, InputReport) -> Value?

  package init(
    schema: JSONValue, read: @escaping @Sendable (JSONNode, InputReport) -> Value?
  ) {
    self.schema = schema
    self.read = read
  }

  /// A type whose values are converted further.
  package func map<Other: Sendable>(
    _ convert: @escaping @Sendable (Value, JSONNode, InputReport) -> Other?
  ) -> JSONType<Other> {
    JSONType<Other>(schema: schema) { node, report in
      read(node, report).flatMap { convert($0, node, report) }
    }
  }

  /// The value together with its place.
  package var located: JSONType<Located<Value>> {
    map { value, node, _ in Located(value, at: node.place) }
  }

  /// Such a value, or `null` for none.
  package var optional: JSONType<Value?> {
    JSONType<Value?>(schema: ["anyOf": [schema, ["type": "null"]]]) { node, report in
      if case .null = node.value { return .some(nil) }
      return read(node, report).map { .some($0) }
    }
  }

  /// A list of such values.
  package var list: JSONType<[Value]> {
    JSONType<[Value]>(schema: ["type": "array", "items": schema]) { node, report in
      guard let nodes = node.array else {
        report.error("expected a list, not \(node.kind)", at: node.place)
        return nil
      }
      let values = nodes.map { read($0, report) }
      return values.contains { $0 == nil } ? nil : values.compactMap(\.self)
    }
  }

  /// An object whose keys are the user's own, in the order of the file.
  package var map: JSONType<[Entry]> {
    JSONType<[Entry]>(schema: ["type": "object", "additionalProperties": schema]) { node, report in
      guard let members = node.members else {
        report.error("expected an object, not \(node.kind)", at: node.place)
        return nil
      }
      let entries = members.map { member in
        read(member.node, report).map { Entry(Located(member.key, at: member.keyPlace), $0) }
      }
      return entries.contains { $0 == nil } ? nil : entries.compactMap(\.self)
    }
  }

  /// One key and its value.
  package struct Entry: Sendable {
    package let key: Located<String>
    package let value: Value

    package init(_ key: Located<String>, _ value: Value) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONType where Value == String {
  package static let string = JSONType(schema: ["type": "string"]) { node, report in
    if let text = node.string { return text }
    report.error("expected text, not \(node.kind)", at: node.place)
    return nil
  }

  /// One word of a fixed list.
  package static func word(of choices: [String], noun: String) -> JSONType {
    JSONType(schema: ["enum": .array(choices.map { .string($0) })]) { node, report in
      guard let text = string.read(node, report) else { return nil }
      if choices.contains(text) { return text }
      report.error("unknown \(noun) '\(text)'", at: node.place, help: choices.advice(for: text))
      return nil
    }
  }
}

extension JSONType where Value == Double {
  package static let number = JSONType(schema: ["type": "number"]) { node, report in
    if let number = node.number { return number }
    report.error("expected a number, not \(node.kind)", at: node.place)
    return nil
  }
}

extension JSONType where Value == Bool {
  package static let boolean = JSONType(schema: ["type": "boolean"]) { node, report in
    if let bool = node.bool { return bool }
    report.error("expected true or false, not \(node.kind)", at: node.place)
    return nil
  }
}

extension JSONType where Value == Int {
  /// A whole number of at least `minimum`.
  package static func integer(from minimum: Int) -> JSONType {
    JSONType(schema: ["type": "integer", "minimum": .number(Double(minimum))]) { node, report in
      guard let number = JSONType<Double>.number.read(node, report) else { return nil }
      if let integer = Int(exactly: number), integer >= minimum { return integer }
      report.error("expected a whole number of at least \(minimum)", at: node.place)
      return nil
    }
  }
}
