import Support
import Tables

/// Which rows stand for results that lie on a bound or at an end of a range: they are hollow.
///
/// A row has a `status` of this kind, or a `bound`, of its own; where its table has none
/// of these, what the table of its fits says of it counts.
enum Doubt {
  private static let statuses = ["at_bound", "at_edge"]
  private static let bounds = ["bound", "bound_first", "bound_second", "at_bound"]

  /// The expressions that tell, for a table.
  private static func names(_ schema: TableSchema, _ schemas: SchemaSet) -> [String] {
    let own = (["status"] + bounds).filter { schema[$0]?.vocabulary != nil }
    if !own.isEmpty { return own }
    return schemas.fits(behind: schema).asList.map { "\($0.name).status" }
  }

  /// Shape `[rows]`, or none where nothing is known.
  static func rows(of table: Table, _ tables: TableSet) -> [Bool] {
    let names = names(table.schema, tables.schemas)
    if names.isEmpty { return [] }
    var result = [Bool](repeating: false, count: table.rowCount)
    for name in names {
      guard let expression = Expression(named: name) else { continue }
      let values = ChannelValues(expression, over: table, tables)
      guard let words = values.words else { continue }
      let isStatus = name.hasSuffix("status")
      let isDoubtful = words.map { isStatus ? statuses.contains($0) : !$0.isEmpty }
      for row in result.indices where !values.numbers[row].isNaN {
        if isDoubtful[Int(values.numbers[row])] { result[row] = true }
      }
    }
    return result
  }
}

extension Expression {
  /// The expression that is a column.
  init?(named name: String) {
    self.init(parsing: SourceText(name: "figure", text: name), InputReport())
  }
}
