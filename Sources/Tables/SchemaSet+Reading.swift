package import Support

extension SchemaSet {
  /// The table a step reads; a mistake in the report if there is none.
  package func reading(_ name: Located<String>, _ report: InputReport) -> TableSchema? {
    if let schema = self[name.value] { return schema }
    if isUnsure(name.value) { return nil }
    report.error(
      "unknown table '\(name.value)'", at: name.place, help: names.advice(for: name.value))
    return nil
  }
}
