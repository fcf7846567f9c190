/// An object read by declared keys.
///
/// Opening it reports unknown keys and missing required ones; reading a key gives its value, or
/// `nil` where the key is absent or its value does not fit (the report then has the reason).
package struct JSONObject {
  package let node: JSONNode
  private let report: InputReport

  /// Opens a node as an object with these keys.
  ///
  /// - Returns: `nil` if the node is not an object.
  package init?(_ node: JSONNode, keys: [any JSONKeyDeclaration], _ report: InputReport) {
    guard let members = node.members else {
      report.error("expected an object, not \(node.kind)", at: node.place)
      return nil
    }
    self.node = node
    self.report = report
    let names = keys.map { $0.name }
    for member in members where !names.contains(member.key) {
      report.error(
        "unknown key '\(member.key)'", at: member.keyPlace, help: names.advice(for: member.key))
    }
    for key in keys where key.isRequired && node[key.name] == nil {
      report.error(
        "missing key '\(key.name)'", at: Self.opening(of: node), help: key.summary)
    }
  }

  package subscript<Value>(key: JSONKey<Value>) -> Value? {
    node[key.name].flatMap { key.type.read($0, report) }
  }

  /// The entries of a key that may be left out, which means none.
  package func list<Element>(_ key: JSONKey<[Element]>) -> [Element] {
    self[key] ?? []
  }

  /// A text that may be left out, which means an empty one.
  package func text(_ key: JSONKey<String>) -> String {
    self[key] ?? ""
  }

  package func has(_ key: some JSONKeyDeclaration) -> Bool {
    node[key.name] != nil
  }

  /// The place of a key's value, or of the opening bracket where the key is absent.
  package func place(of key: some JSONKeyDeclaration) -> Place {
    node[key.name]?.place ?? Self.opening(of: node)
  }

  /// The place of the bracket that opens a node.
  package static func opening(of node: JSONNode) -> Place {
    let start = node.place.span.lowerBound
    return Place(node.place.source, start..<start + 1)
  }

  /// The JSON Schema of an object with these keys.
  package static func schema(of keys: [any JSONKeyDeclaration]) -> JSONValue {
    [
      "type": "object",
      "properties": .object(keys.map { .init($0.name, $0.schema) }),
      "required": .array(keys.filter { $0.isRequired }.map { .string($0.name) }),
      "additionalProperties": false,
    ]
  }

  /// The JSON Schema of an object with a single one of these keys.
  package static func schema(ofOneAmong keys: [any JSONKeyDeclaration]) -> JSONValue {
    [
      "type": "object",
      "properties": .object(keys.map { .init($0.name, $0.schema) }),
      "minProperties": 1,
      "maxProperties": 1,
      "additionalProperties": false,
    ]
  }
}
