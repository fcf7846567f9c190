/// A place that nothing near it undercuts.
struct LocalOptimum {
  /// Where it is; shape `[axes]`.
  let point: [Double]
  /// The objective there, as the spec puts it.
  let value: Double
  /// The end of each range that it lies at, or none; shape `[axes]`.
  let ends: [GridPlaces.Side?]
  /// The jump that it lies on.
  let jump: SampleJump?
}
