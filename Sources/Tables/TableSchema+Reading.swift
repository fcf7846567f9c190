package import Support

extension TableSchema {
  /// A column of this table; a mistake in the report if there is none.
  package func column(_ name: Located<String>, _ report: InputReport) -> ColumnSchema? {
    if let column = self[name.value] { return column }
    report.error(
      "table '\(self.name)' has no column '\(name.value)'", at: name.place,
      help: columns.map(\.name).advice(for: name.value))
    return nil
  }
}
