import Galaxies
package import Support

/// The names that an expression over the rows of a table may use.
///
/// First the table's own columns; then, for rows that belong to a galaxy, the columns of the
/// catalogue; then `table.column` of any table whose keys are among the row's keys; then constants.
package struct TableNames: ExpressionNames {
  private let table: TableSchema
  private let others: SchemaSet

  package init(_ table: TableSchema, _ others: SchemaSet) {
    self.table = table
    self.others = others
  }

  package func kind(of name: String) -> ExpressionKind? {
    switch source(of: name) {
    case .own(let index): table.columns[index].expressionKind
    case .joined(let other, let index): other.columns[index].expressionKind
    case .constant: .number
    case nil: nil
    }
  }

  package var names: [String] {
    let joinable = others.all.filter(isJoinable)
    let catalogue = joinable.filter { $0.name == TableName.galaxies }.flatMap(\.columns)
    return (table.columns + catalogue).map(\.name)
      + joinable.flatMap { other in other.columns.map { "\(other.name).\($0.name)" } }
  }

  package func meaning(of name: String) -> String? {
    let names = names
    guard names.nearest(to: name) == nil else { return nil }
    return ColumnSynonyms.meaning(of: name).flatMap { names.contains($0) ? $0 : nil }
  }

  /// Where the values of a name come from.
  package enum Source {
    case own(Int)
    case joined(TableSchema, Int)
    case constant(Double)
  }

  package func source(of name: String) -> Source? {
    if let index = table.index(of: name) { return .own(index) }
    if let galaxies = others[TableName.galaxies], isJoinable(galaxies),
      let index = galaxies.index(of: name)
    {
      return .joined(galaxies, index)
    }
    guard let dot = name.lastIndex(of: ".") else { return nil }
    if let other = others[String(name[..<dot])], isJoinable(other),
      let index = other.index(of: String(name[name.index(after: dot)...]))
    {
      return .joined(other, index)
    }
    return ExpressionConstant.named(name).map { .constant($0.value) }
  }

  /// Whether a name that is not known may be one once the data are read.
  package func mayHave(_ name: String) -> Bool {
    if ProgramNames.all.contains(name) { return false }
    if let dot = name.lastIndex(of: ".") { return others[String(name[..<dot])]?.isOpen ?? false }
    return table.isOpen || others[TableName.galaxies].map { $0.isOpen && isJoinable($0) } ?? false
  }

  package func advice(for name: String) -> String {
    if name.hasPrefix("const.") { return ExpressionConstant.all.map(\.name).advice(for: name) }
    let isOfPoint = PointColumn.all.contains { $0.name == name }
    guard isOfPoint, table[name] == nil, table.name == TableName.galaxies else {
      return ColumnSynonyms.advice(for: name, among: names)
    }
    return "'\(name)' belongs to each point of a curve: in 'cuts', a rule over it stands under "
      + "'points'"
  }

  private func isJoinable(_ other: TableSchema) -> Bool {
    let keys = other.joinKeys(for: table)
    return other.name != table.name && keys.allSatisfy(table.keys.contains)
  }
}
