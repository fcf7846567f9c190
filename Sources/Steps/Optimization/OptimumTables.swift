import Support
import Tables

/// The tables that an optimization makes.
struct OptimumTables {
  private let step: OptimizeStep
  private let table: TableSchema

  init(_ step: OptimizeStep, _ table: TableSchema) {
    self.step = step
    self.table = table
  }

  private var searched: [String] { step.ranges.map(\.axis.value) }

  /// The keys of the table that a search leaves, in their order.
  private var keys: [String] { table.keys.filter { !searched.contains($0) } }

  /// The columns of the table at the optimum, beside its keys.
  private var rest: [Int] {
    table.columns.indices.filter { !table.keys.contains(table.columns[$0].name) }
  }

  var schema: TableSchema {
    TableSchema(
      step.name.value, axes: table.axes.filter(keys.contains), keys: keys,
      constants: table.constants,
      columns: keys.compactMap { table[$0] } + searched.compactMap { table[$0] } + [
        ColumnSchema("objective", "value of \(step.objective.canonicalText) at the optimum"),
        ColumnSchema(
          "status", .word(OptimumStatus.allCases.map(\.rawValue)),
          "interior, at_bound, no_zero, several_zeros or no_value"),
        ColumnSchema("evaluations", .integer, "how often the objective was worked out"),
        ColumnSchema("grid_points", .integer, "points of the grid that was covered"),
        ColumnSchema("refinements", .integer, "minima of the grid that were refined"),
        ColumnSchema("optima", .integer, "distinct local optima that were found"),
      ] + rest.map { table.columns[$0] })
  }

  func table(_ found: [FoundOptimum]) -> Table {
    Table(
      schema,
      rows: found.map { optimum in
        optimum.keys + optimum.point + [
          optimum.value, Double(OptimumStatus.allCases.firstIndex(of: optimum.status) ?? 0),
          Double(optimum.evaluations), optimum.gridPoints, optimum.refinements,
          optimum.gridPoints.isNaN ? .nan : Double(optimum.optima.count),
        ] + rest.map { optimum.row[$0] }
      })
  }

  var optimaSchema: TableSchema {
    TableSchema(
      "\(step.name.value).optima", axes: table.axes.filter(keys.contains), keys: keys + ["rank"],
      constants: table.constants,
      columns: keys.compactMap { table[$0] } + [
        ColumnSchema("rank", .integer, "1 for the best")
      ] + searched.compactMap { table[$0] } + [
        ColumnSchema("objective", "value of \(step.objective.canonicalText)")
      ])
  }

  func optima(_ found: [FoundOptimum]) -> Table {
    Table(
      optimaSchema,
      rows: found.flatMap { optimum in
        optimum.optima.enumerated().map { rank, local in
          optimum.keys + [Double(rank + 1)] + local.point + [local.value]
        }
      })
  }
}
