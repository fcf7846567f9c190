/// A value that a file may give, and how it is written with every default.
package protocol Resolvable: Sendable {
  /// The value as JSON; reading it gives the same value.
  var resolved: JSONValue { get }

  /// The JSON of a list of such values.
  static func resolved(_ list: [Self]) -> JSONValue

  /// The expressions in the value.
  var expressions: [Expression] { get }
}

extension Resolvable {
  package static func resolved(_ list: [Self]) -> JSONValue { .array(list.map(\.resolved)) }
  package var expressions: [Expression] { [] }
}

extension Resolvable where Self: RawRepresentable, RawValue == String {
  package var resolved: JSONValue { .string(rawValue) }
}

extension String: Resolvable {
  package var resolved: JSONValue { .string(self) }
}

extension Double: Resolvable {
  package var resolved: JSONValue { .number(self) }
}

extension Int: Resolvable {
  package var resolved: JSONValue { .number(Double(self)) }
}

extension Bool: Resolvable {
  package var resolved: JSONValue { .bool(self) }
}

extension Expression: Resolvable {
  package var resolved: JSONValue { .string(canonicalText) }
  package var expressions: [Expression] { [self] }
}

extension Located: Resolvable where Value: Resolvable {
  package var resolved: JSONValue { value.resolved }
  package var expressions: [Expression] { value.expressions }
}

extension Optional: Resolvable where Wrapped: Resolvable {
  package var resolved: JSONValue { self?.resolved ?? .null }
  package var expressions: [Expression] { self?.expressions ?? [] }
}

extension Array: Resolvable where Element: Resolvable {
  package var resolved: JSONValue { Element.resolved(self) }
  package var expressions: [Expression] { flatMap(\.expressions) }
}

extension JSONType.Entry: Resolvable where Value: Resolvable {
  package var resolved: JSONValue { value.resolved }
  package var expressions: [Expression] { value.expressions }

  /// A list of entries is an object.
  package static func resolved(_ list: [Self]) -> JSONValue {
    .object(list.map { .init($0.key.value, $0.value.resolved) })
  }
}
