import Galaxies
package import Support

extension TableSchema {
  /// A column of this table; a mistake in the report if there is none.
  package func column(_ name: Located<String>, _ report: InputReport) -> ColumnSchema? {
    if let column = self[name.value] { return column }
    if isOpen { return nil }
    report.error(
      "table '\(self.name)' has no column '\(name.value)'", at: name.place,
      help: ColumnSynonyms.advice(for: name.value, among: columns.map(\.name)))
    return nil
  }
}
