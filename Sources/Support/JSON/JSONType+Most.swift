extension JSONType {
  /// A list or an object of names that has an end.
  ///
  /// What is longer is refused at its place before any of it is read.
  ///
  /// - Parameter most: How many entries there may be.
  /// - Returns: The type, of the same values.
  package func atMost(_ most: Int) -> JSONType {
    JSONType(
      schema: limited(schema, most), words: "\(words), at most \(most.grouped)", parts: parts
    ) { node, report in
      let count = max(node.elements.count, node.entries.count)
      if count <= most { return read(node, report) }
      report.error(
        "\(count.grouped) entries, and there may be \(most.grouped) at most",
        at: JSONObject.opening(of: node))
      return nil
    }
  }

  private func limited(_ schema: JSONValue, _ most: Int) -> JSONValue {
    if let forms = schema["anyOf"]?.array {
      return ["anyOf": .array(forms.map { limited($0, most) })]
    }
    switch schema["type"]?.string {
    case "array": return .object(schema.entries + [.init("maxItems", .number(Double(most)))])
    case "object" where schema["additionalProperties"] != .bool(false):
      return .object(schema.entries + [.init("maxProperties", .number(Double(most)))])
    default: return schema
    }
  }
}
