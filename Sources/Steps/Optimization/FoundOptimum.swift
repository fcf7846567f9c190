import Tables

/// One optimum with the account of its search.
struct FoundOptimum {
  /// Where it is; shape `[axes]`.
  var point: [Double]
  /// The objective there, as the spec puts it.
  var value: Double
  var status: OptimumStatus
  /// The end of each range that it lies at, or none; shape `[axes]`.
  var ends: [GridPlaces.Side?]
  /// The jump that it lies on.
  var jump: SampleJump?
  var evaluations: Int
  /// How many points the grid had, and how many of its minima were refined; `nil` for a search
  /// without a grid.
  var grid: (points: Int, refinements: Int)?
  /// The distinct local optima, the best first; empty for a search that looks for one.
  var optima: [LocalOptimum]
  /// The table at the optimum, of one row; `nil` where there is none.
  var table: Table?
}
