/// One optimum with the account of its search.
struct FoundOptimum {
  /// The keys of the row beside the axes searched, in the order of the table.
  var keys: [Double]
  /// Where it is; shape `[axes]`.
  var point: [Double]
  /// The objective there, as the spec puts it.
  var value: Double
  var status: OptimumStatus
  var evaluations: Int
  /// How many points the grid had; NaN for a search without a grid.
  var gridPoints: Double
  /// How many minima of the grid were refined; NaN for a search without a grid.
  var refinements: Double
  /// The distinct local optima, the best first; empty for a search that looks for one.
  var optima: [(point: [Double], value: Double)]
  /// The row of the table at the optimum.
  var row: [Double]
}
