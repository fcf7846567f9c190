extension JSONNode {
  /// The value without its places.
  package var plain: JSONValue {
    switch value {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .number(let number, _): .number(number)
    case .string(let text): .string(text)
    case .array(let nodes): .array(nodes.map(\.plain))
    case .object(let members): .object(members.map { .init($0.key, $0.node.plain) })
    }
  }
}
