/// A JSON value that remembers where it stands.
package struct JSONNode: Sendable {
  package enum Value: Sendable {
    case null
    case bool(Bool)
    /// A number with its spelling, which decimal arithmetic needs.
    case number(Double, spelling: String)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  package struct Member: Sendable {
    package let key: String
    package let keyPlace: Place
    package let node: JSONNode

    package init(key: String, keyPlace: Place, node: JSONNode) {
      self.key = key
      self.keyPlace = keyPlace
      self.node = node
    }
  }

  package let value: Value
  package let place: Place

  package init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }

  /// What kind of value it is, with its article, for messages.
  package var kind: String {
    switch value {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }

  package var string: String? {
    guard case .string(let text) = value else { return nil }
    return text
  }

  package var number: Double? {
    guard case .number(let number, _) = value else { return nil }
    return number
  }

  package var bool: Bool? {
    guard case .bool(let bool) = value else { return nil }
    return bool
  }

  /// The elements of a list; none of anything else.
  package var elements: [JSONNode] { array ?? [] }

  /// The members of an object; none of anything else.
  package var entries: [Member] { members ?? [] }

  package var array: [JSONNode]? {
    guard case .array(let nodes) = value else { return nil }
    return nodes
  }

  package var members: [Member]? {
    guard case .object(let members) = value else { return nil }
    return members
  }

  package subscript(key: String) -> JSONNode? {
    members?.first { $0.key == key }?.node
  }
}
