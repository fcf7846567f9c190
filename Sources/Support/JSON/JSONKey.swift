/// A key of an object, declared once: name, meaning and type.
///
/// The reader, the list of known keys behind "did you mean", and the JSON Schema read the same
/// declaration.
package struct JSONKey<Value: Sendable>: JSONKeyDeclaration {
  package let name: String
  package let summary: String
  package let isRequired: Bool
  package let type: JSONType<Value>

  package init(
    _ name: String, _ type: JSONType<Value>, required: Bool = false, _ summary: String
  ) {
    self.name = name
    self.type = type
    self.isRequired = required
    self.summary = summary
  }

  package var schema: JSONValue {
    guard case .object(let members) = type.schema else { return type.schema }
    return .object([.init("description", .string(summary))] + members)
  }

  package var reference: KeyReference {
    KeyReference(
      name: name, type: type.words, usual: nil, isRequired: isRequired, summary: summary,
      parts: type.parts.map { $0.reference })
  }
}

/// What is common to keys of all types.
package protocol JSONKeyDeclaration: Sendable {
  var name: String { get }
  var summary: String { get }
  var isRequired: Bool { get }
  /// The JSON Schema of the value.
  var schema: JSONValue { get }
  /// What there is to know of the key.
  var reference: KeyReference { get }
}
