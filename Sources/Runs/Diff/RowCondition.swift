import Records
import Support
import Tables

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
  /// - Throws: `InputRejected` if it fits none of them, ``FileError`` if the catalogue cannot be
  ///   read.
  init(
    _ expression: Expression, on names: [String], old: StoredRun, new: StoredRun
  ) throws {
    self.expression = expression
    let catalogue = try old.table(TableName.galaxies) ?? new.table(TableName.galaxies)
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
    let asked = tables.isEmpty ? Array(names.prefix(1)) : tables
    try check(sides.reversed().flatMap { schemas in asked.compactMap { schemas[$0] } })
  }

  /// Refuses a condition that is wrong for every table, as it names what none of them has.
  ///
  /// - Throws: `InputRejected` with what is wrong for the first of them.
  private func check(_ schemas: [TableSchema]) throws(InputRejected) {
    let reports = schemas.map(report)
    if let first = reports.first, reports.allSatisfy(\.hasErrors) { try first.check() }
  }

  /// Refuses a condition that no row meets because it names what no table has.
  ///
  /// What the words of a long column are is known only when its table was read.
  ///
  /// - Parameter read: Tables of both sides.
  /// - Throws: `InputRejected` with what is wrong for the first of them.
  func check(_ read: [Table]) throws(InputRejected) {
    try check(read.map(\.schema))
  }

  /// What is wrong with the condition for the rows of a table.
  private func report(_ schema: TableSchema) -> InputReport {
    let report = InputReport()
    expression.check(in: TableNames(schema, catalogues.schemas), expecting: .boolean, report)
    return report
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
    if report(table.schema).hasErrors { return [Bool](repeating: false, count: table.rowCount) }
    return expression.truths(over: table, catalogues)
  }
}
