/// How a JSON value becomes a value of the program, and the JSON Schema that says the same.
///
/// Reading returns `nil` when the value does not fit; the report then has the reason.
package struct JSONType<Value: Sendable>: Sendable {
  /// What a type says of itself, worked out only when it is asked for, and once: a list of objects
  /// with lists of objects would ask for its innermost part without end.
  private let deferredSchema: Deferred<JSONValue>
  private let deferredWords: Deferred<String>
  private let deferredParts: Deferred<[any JSONKeyDeclaration]>
  package let read: @Sendable (JSONNode, InputReport) -> Value?

  /// - Parameters:
  ///   - schema: The JSON Schema.
  ///   - words: The type in words; those of the schema where it says enough.
  ///   - parts: The keys of the objects that a value is or holds.
  ///   - read: Makes the value; `nil` after a mistake, which it adds to the report.
  package init(
    schema: @escaping @autoclosure @Sendable () -> JSONValue,
    words: @escaping @autoclosure @Sendable () -> String? = nil,
    parts: @escaping @autoclosure @Sendable () -> [any JSONKeyDeclaration] = [],
    read: @escaping @Sendable (JSONNode, InputReport) -> Value?
  ) {
    let deferred = Deferred(schema)
    deferredSchema = deferred
    deferredWords = Deferred { words() ?? deferred.value.typeInWords }
    deferredParts = Deferred(parts)
    self.read = read
  }

  package var schema: JSONValue { deferredSchema.value }

  /// The type in words: `list of numbers`.
  package var words: String { deferredWords.value }

  /// The keys of the objects that a value is or holds.
  package var parts: [any JSONKeyDeclaration] { deferredParts.value }

  /// An object with these keys.
  package static func object(
    of keys: [any JSONKeyDeclaration],
    read: @escaping @Sendable (JSONNode, InputReport) -> Value?
  ) -> JSONType {
    JSONType(schema: JSONObject.schema(of: keys), parts: keys, read: read)
  }

  /// A type whose values are converted further.
  package func map<Other: Sendable>(
    _ convert: @escaping @Sendable (Value, JSONNode, InputReport) -> Other?
  ) -> JSONType<Other> {
    JSONType<Other>(schema: schema, words: words, parts: parts) { node, report in
      read(node, report).flatMap { convert($0, node, report) }
    }
  }

  /// The value together with its place.
  package var located: JSONType<Located<Value>> {
    map { value, node, _ in Located(value, at: node.place) }
  }

  /// The value, or `nil` after a mistake, which is in the report.
  ///
  /// A list or map of such values is read to its end, so that what stands beside a mistake is
  /// checked in the same go.
  package var tolerant: JSONType<Value?> {
    JSONType<Value?>(schema: schema, words: words, parts: parts) { .some(read($0, $1)) }
  }

  /// Such a value, or `null` for none.
  package var optional: JSONType<Value?> {
    JSONType<Value?>(
      schema: ["anyOf": [schema, ["type": "null"]]], words: "\(words) or null", parts: parts
    ) { node, report in
      if case .null = node.value { return .some(nil) }
      return read(node, report).map { .some($0) }
    }
  }

  /// A list of such values.
  package var list: JSONType<[Value]> {
    JSONType<[Value]>(
      schema: ["type": "array", "items": schema], words: JSONValue.list(of: words), parts: parts
    ) { node, report in
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
    JSONType<[Entry]>(
      schema: ["type": "object", "additionalProperties": schema], words: JSONValue.map(of: words),
      parts: parts
    ) { node, report in
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

extension JSONType where Value == Double {
  /// A number above zero.
  package static let positive = JSONType(schema: ["type": "number", "exclusiveMinimum": 0]) {
    node, report in
    guard let value = number.read(node, report) else { return nil }
    if value > 0 { return value }
    report.error("expected a number above zero", at: node.place)
    return nil
  }

  /// A number of at least zero.
  ///
  /// - Parameters:
  ///   - refusal: What is said of a negative one.
  ///   - help: What to do about it.
  /// - Returns: The type.
  package static func notNegative(_ refusal: String, help: String? = nil) -> JSONType {
    JSONType(schema: ["type": "number", "minimum": 0]) { node, report in
      guard let value = number.read(node, report) else { return nil }
      if value >= 0 { return value }
      report.error(refusal, at: node.place, help: help)
      return nil
    }
  }
}

extension JSONType
where Value: CaseIterable & RawRepresentable, Value: SendableMetatype, Value.RawValue == String {
  /// The raw value of one of the cases.
  package static func choice(_ noun: String) -> JSONType {
    JSONType<String>.word(of: Value.allCases.map(\.rawValue), noun: noun)
      .map { text, _, _ in Value(rawValue: text) }
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
  /// A whole number of a range.
  package static func integer(in range: ClosedRange<Int>) -> JSONType {
    integer(
      schema: [
        "type": "integer", "minimum": .number(Double(range.lowerBound)),
        "maximum": .number(Double(range.upperBound)),
      ], in: range,
      "a whole number from \(range.lowerBound.grouped) to \(range.upperBound.grouped)")
  }

  /// A whole number of at least `minimum`, which is no size of anything.
  package static func integer(from minimum: Int) -> JSONType {
    integer(
      schema: ["type": "integer", "minimum": .number(Double(minimum))], in: minimum...Int.max,
      "a whole number of at least \(minimum)",
      "a whole number of at most \(Int.max.grouped)")
  }

  private static func integer(
    schema: JSONValue, in range: ClosedRange<Int>, _ expected: String,
    _ expectedOfLarge: String? = nil
  ) -> JSONType {
    JSONType(schema: schema) { node, report in
      guard let number = JSONType<Double>.number.read(node, report) else { return nil }
      if let integer = Int(exactly: number), range.contains(integer) { return integer }
      let isTooLarge = number > Double(range.upperBound)
      report.error(
        "expected \(isTooLarge ? expectedOfLarge ?? expected : expected)", at: node.place)
      return nil
    }
  }
}
