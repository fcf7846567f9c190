/// A jump of an objective beside its optimum, where another sample begins.
struct SampleJump {
  /// How much of the data takes part at a point; `nil` for what is not counted.
  struct Count: Equatable {
    /// Rows that are summarized or fitted, mostly galaxies.
    var rows: Int?
    /// Points of curves.
    var points: Int?
  }

  /// The side of the optimum on which the jump lies, or none, along each axis; shape `[axes]`.
  let sides: [GridPlaces.Side?]
  let here: Count
  /// Beyond the first jump at which the number of rows changes, or else the first one.
  let beyond: Count
}
