extension JSONType where Value == Double {
  /// A number above zero.
  package static let positive = JSONType(schema: ["type": "number", "exclusiveMinimum": 0]) {
    node, report in
    guard let value = number.read(node, report) else { return nil }
    if value > 0 { return value }
    report.error("expected a number above zero", at: node.place)
    return nil
  }
}
