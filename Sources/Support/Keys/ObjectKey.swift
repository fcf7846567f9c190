/// A key of an object, declared once for the property that holds its value.
///
/// How it is read, what it is by default (the initial value of the property), how it is written
/// with every default, its JSON Schema and its reference all follow from the declaration.
package struct ObjectKey<Root: Keyed>: JSONKeyDeclaration {
  package let name: String
  package let summary: String
  package let isRequired: Bool
  /// Schema, words and parts of the type, worked out only when they are asked for.
  private let form: @Sendable () -> JSONValue
  private let words: @Sendable () -> String
  private let parts: @Sendable () -> [any JSONKeyDeclaration]
  /// Takes the value in; `false` after a mistake, which is in the report.
  private let take: @Sendable (JSONNode, inout Root, InputReport) -> Bool
  /// The value as JSON; `nil` where the key is left out.
  let resolved: @Sendable (Root) -> JSONValue?
  /// The expressions in the value.
  let expressions: @Sendable (Root) -> [Expression]

  private init<Value>(
    _ name: String, _ type: JSONType<Value>, isRequired: Bool, _ summary: String,
    take: @escaping @Sendable (Value, inout Root) -> Void,
    resolved: @escaping @Sendable (Root) -> JSONValue?,
    expressions: @escaping @Sendable (Root) -> [Expression]
  ) {
    self.name = name
    self.summary = summary
    self.isRequired = isRequired
    form = { type.schema }
    words = { type.words }
    parts = { type.parts }
    self.take = { node, root, report in
      guard let value = type.read(node, report) else { return false }
      take(value, &root)
      return true
    }
    self.resolved = resolved
    self.expressions = expressions
  }

  /// A key with a default, which is the initial value of the property.
  package static func value<Value: Resolvable>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ type: JSONType<Value>,
    _ summary: String
  ) -> ObjectKey {
    ObjectKey(
      name, type, isRequired: false, summary, take: { $1[keyPath: path] = $0 },
      resolved: { $0[keyPath: path].resolved }, expressions: { $0[keyPath: path].expressions })
  }

  /// A key that an object must have; the initial value of the property is never used.
  package static func required<Value: Resolvable>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ type: JSONType<Value>,
    _ summary: String
  ) -> ObjectKey {
    ObjectKey(
      name, type, isRequired: true, summary, take: { $1[keyPath: path] = $0 },
      resolved: { $0[keyPath: path].resolved }, expressions: { $0[keyPath: path].expressions })
  }

  /// A key that is left out where the property is `nil`.
  package static func optional<Value: Resolvable>(
    _ name: String, _ path: any WritableKeyPath<Root, Value?> & Sendable, _ type: JSONType<Value>,
    _ summary: String
  ) -> ObjectKey {
    ObjectKey(
      name, type, isRequired: false, summary, take: { $1[keyPath: path] = $0 },
      resolved: { $0[keyPath: path]?.resolved }, expressions: { $0[keyPath: path].expressions })
  }

  /// The same key for a property of another object.
  package func within<Outer: Keyed>(
    _ path: any WritableKeyPath<Outer, Root> & Sendable
  ) -> ObjectKey<Outer> {
    ObjectKey<Outer>(self, path)
  }

  private init<Inner: Keyed>(
    _ key: ObjectKey<Inner>, _ path: any WritableKeyPath<Root, Inner> & Sendable
  ) {
    name = key.name
    summary = key.summary
    isRequired = key.isRequired
    words = key.words
    form = key.form
    parts = key.parts
    take = { key.take($0, &$1[keyPath: path], $2) }
    resolved = { key.resolved($0[keyPath: path]) }
    expressions = { key.expressions($0[keyPath: path]) }
  }

  /// Reads the key of an object, if it is there.
  func read(_ object: JSONObject, into root: inout Root, _ report: InputReport) -> Reading {
    guard let node = object.node[name] else { return isRequired ? .missing : .absent }
    return take(node, &root, report) ? .read : .mistaken
  }

  /// What became of a key.
  enum Reading {
    case read
    case absent
    /// It is absent, and must not be.
    case missing
    case mistaken
  }

  /// What the key is where it is not given; `nil` for a key that is required, or left out.
  private var usual: JSONValue? {
    isRequired ? nil : resolved(Root())
  }

  package var schema: JSONValue {
    let head = [JSONValue.Member("description", .string(summary))]
    let tail = usual.map { JSONValue.Member("default", $0) }.asList
    return .object(head + form().entries + tail)
  }

  package var reference: KeyReference {
    KeyReference(
      name: name, type: words(), usual: usual?.canonicalText, isRequired: isRequired,
      summary: summary, parts: parts().map { $0.reference })
  }
}
