import Experiments
import Support

/// A condition on the rows of the tables of two runs.
struct RowCondition: Sendable {
  /// The tables whose rows it judges: those that have its columns on both sides.
  let tables: [String]
  private let expression: Expression
  /// The catalogues, for columns that a table does not have itself.
  private let catalogues: TableSet

  /// Checks a condition against some tables.
  ///
  /// - Parameters:
  ///   - expression: The condition.
  ///   - names: The tables that both runs have.
  ///   - old: The older run.
  ///   - new: The newer run.
  /// - Throws: `InputRejected` if it fits none of them, ``FileError`` if the catalogue cannot be read.
  init(
    _ expression: Expression, on names: [String], old: StoredRun, new: StoredRun
  ) throws {
    self.expression = expression
    let catalogue = try old.table("galaxies") ?? new.table("galaxies")
    let catalogues = TableSet([catalogue].compactMap(\.self))
    self.catalogues = catalogues
    let sides = [old, new].map { run in
      Dictionary(run.manifest.tables.map { ($0.schema.name, $0.schema) }) { first, _ in first }
    }
    tables = names.filter { name in
      sides.allSatisfy { schemas in
        schemas[name].map { Self.knows(expression, $0, catalogues) } ?? false
      }
    }
    let report = InputReport()
    for name in tables.isEmpty ? Array(names.prefix(1)) : tables {
      guard let schema = sides[1][name] else { continue }
      let names = TableNames(schema, catalogues.schemas)
      expression.check(in: names, expecting: .boolean, report)
    }
    try report.check()
  }

  private static func knows(
    _ expression: Expression, _ schema: TableSchema, _ catalogues: TableSet
  ) -> Bool {
    let names = TableNames(schema, catalogues.schemas)
    return expression.names.allSatisfy { names.kind(of: $0) != nil }
  }

  /// Whether each row meets the condition; shape `[rows]`.
  ///
  /// A word that the table does not have makes no row meet it.
  func isMet(by table: Table) -> [Bool] {
    let report = InputReport()
    expression.check(
      in: TableNames(table.schema, catalogues.schemas), expecting: .boolean, report)
    if report.hasErrors { return [Bool](repeating: false, count: table.rowCount) }
    return expression.truths(over: table, catalogues)
  }
}
