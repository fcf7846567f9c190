import Support

/// A key of a record: its name, where the record has its value, and how that is written and read.
struct RecordField<Record, Value: Sendable>: Sendable {
  let name: String
  /// The value in an object; `nil` if it is damaged.
  let read: @Sendable (JSONNode, InputReport) -> Value?
  /// The value of a record as JSON; `nil` for a key that is left out.
  let write: @Sendable (Record) -> JSONValue?

  /// A key that every record has.
  init(
    _ name: String, _ get: @escaping @Sendable (Record) -> Value, _ codec: RecordCodec<Value>
  ) {
    self.name = name
    read = { node, report in
      guard let value = node[name] else {
        report.error("missing key '\(name)'", at: JSONObject.opening(of: node))
        return nil
      }
      return codec.read(value, report)
    }
    write = { codec.write(get($0)) }
  }

  /// A key that a record may lack.
  init<Present>(
    optional name: String, _ get: @escaping @Sendable (Record) -> Present?,
    _ codec: RecordCodec<Present>
  ) where Value == Present? {
    self.name = name
    read = { node, report in
      guard let value = node[name] else { return .some(nil) }
      return codec.read(value, report).map { .some($0) }
    }
    write = { get($0).map(codec.write) }
  }
}
