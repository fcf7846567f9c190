package import Support

/// How a value of a record is written as JSON and read back: one declaration for both directions.
///
/// Reading returns `nil` when the value is damaged; the report then has what is wrong, with its
/// place.
package struct RecordCodec<Value: Sendable>: Sendable {
  package let read: @Sendable (JSONNode, InputReport) -> Value?
  package let write: @Sendable (Value) -> JSONValue

  init(
    read: @escaping @Sendable (JSONNode, InputReport) -> Value?,
    write: @escaping @Sendable (Value) -> JSONValue
  ) {
    self.read = read
    self.write = write
  }

  /// A codec that reads as the keys of a spec do.
  init(_ type: JSONType<Value>, write: @escaping @Sendable (Value) -> JSONValue) {
    self.init(read: type.read, write: write)
  }

  /// An object with these keys, written in this order; further keys are passed over.
  ///
  /// - Parameters:
  ///   - make: Puts the record together from its fields, in their order.
  ///   - fields: The keys.
  /// - Returns: The codec of the object.
  static func object<each Field: Sendable>(
    _ make: @escaping @Sendable (repeat each Field) -> Value,
    _ fields: repeat RecordField<Value, each Field>
  ) -> RecordCodec {
    RecordCodec { node, report in
      guard node.members != nil else {
        report.error("expected an object, not \(node.kind)", at: node.place)
        return nil
      }
      // Every field is read before the first that is missed ends the reading.
      let values = (repeat (each fields).read(node, report))
      return try? make(repeat whole(each values))
    } write: { record in
      var members: [JSONValue.Member] = []
      for field in repeat each fields {
        if let value = field.write(record) { members.append(.init(field.name, value)) }
      }
      return .object(members)
    }
  }

  /// A codec that also holds the parts of what it read against each other.
  ///
  /// - Parameter check: Puts what does not fit into the report.
  /// - Returns: A codec that writes in the same way, and reads only what fits.
  func checking(
    _ check: @escaping @Sendable (Value, JSONNode, InputReport) -> Void
  ) -> RecordCodec {
    RecordCodec(
      read: { node, report in
        guard let value = read(node, report) else { return nil }
        let found = InputReport()
        check(value, node, found)
        report.add(found)
        return found.hasErrors ? nil : value
      }, write: write)
  }

  /// A list of such values.
  var list: RecordCodec<[Value]> {
    RecordCodec<[Value]>(JSONType(schema: true, read: read).list) { values in
      .array(values.map(write))
    }
  }
}

/// The value of a field, or an end of the reading.
private func whole<Value>(_ value: Value?) throws(FieldMissed) -> Value {
  guard let value else { throw FieldMissed() }
  return value
}

/// A field of a record that could not be read; the report says why.
private struct FieldMissed: Error {}
