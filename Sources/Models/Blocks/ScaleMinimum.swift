import Numerics

/// A minimum of the profile of χ² over the scale.
struct ScaleMinimum<Value: LaneValue> {
  /// u = ln s.
  private(set) var place: Value
  private(set) var profile: ScaleProfile<Value>

  init(_ start: Value) {
    place = start
    profile = ScaleSums<Value>().profile(from: Value(0), through: Value(0))
  }

  /// Takes the end of a step that is small enough for the sums to be known there too.
  @inline(__always)
  mutating func take(
    _ sums: ScaleSums<Value>, at place: Value, moving step: Value, from lower: Value,
    through upper: Value, where mask: Value.Mask
  ) {
    let small = Value(0).replacing(with: step, where: step.magnitude .<= 1e-6)
    let moved = sums.moved(by: small).profile(from: lower, through: upper)
    self.place = self.place.replacing(with: place + small, where: mask)
    profile = profile.replacing(with: moved, where: mask)
  }

  /// The scale within the bounds of a table.
  func scale(_ table: ScaleTable) -> Value {
    Elementary.exp(place).atLeast(table.low).atMost(table.high)
  }
}
