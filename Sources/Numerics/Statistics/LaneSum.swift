/// A ``CompensatedSum`` of one number after the other, or eight of them side by side.
struct LaneSum<Value: LaneValue> {
  private var sum = Value(0)
  private var compensation = Value(0)

  /// A sum of nothing.
  init() {}

  /// Adds one term to each sum, as ``CompensatedSum/add(_:)`` does.
  @inline(__always)
  mutating func add(_ term: Value) {
    let isLarge = sum.magnitude .>= term.magnitude
    add(Value.choose(isLarge, sum, term), Value.choose(isLarge, term, sum), term)
  }

  /// The same for terms that are not negative, as those before them.
  @inline(__always)
  mutating func add(positive term: Value) {
    let isLarge = sum .>= term
    add(Value.choose(isLarge, sum, term), Value.choose(isLarge, term, sum), term)
  }

  @inline(__always)
  private mutating func add(_ large: Value, _ small: Value, _ term: Value) {
    let next = sum + term
    compensation += (large - next) + small
    sum = next
  }

  /// The sums of the terms so far.
  var value: Value {
    Value.choose(sum.magnitude .< .infinity, sum + compensation, sum)
  }
}
