extension JSONType {
  /// The value, or `nil` after a mistake, which is in the report.
  ///
  /// A list or map of such values is read to its end, so that what stands beside a mistake is
  /// checked in the same go.
  package var tolerant: JSONType<Value?> {
    JSONType<Value?>(schema: schema) { .some(read($0, $1)) }
  }
}
