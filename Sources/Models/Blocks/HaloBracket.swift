import Numerics

/// Two places between which the slope changes its sign.
struct HaloBracket<Value: LaneValue> {
  private(set) var low: Value
  private(set) var high: Value
  let ends: (low: Value, high: Value)
  /// Whether the ends have not been looked at yet.
  private var isFresh = (low: Value.Mask(true), high: Value.Mask(true))

  @inline(__always)
  init(_ low: Value, _ high: Value) {
    (self.low, self.high) = (low, high)
    ends = (low, high)
  }

  var width: Value { high - low }

  /// Whether it is closed to within rounding.
  @inline(__always)
  var isClosed: Value.Mask { .!(width .> 1e-14 * high.magnitude) }

  /// Whether little is left of it.
  @inline(__always)
  var isNarrow: Value.Mask { width .< 0.1 * (ends.high - ends.low) }

  /// Takes a place with its slope.
  @inline(__always)
  mutating func narrow(to place: Value, isRising: Value.Mask, where on: Value.Mask) {
    isFresh.low = (isFresh.low .& (place .!= ends.low))
    isFresh.high = (isFresh.high .& (place .!= ends.high))
    high = Value.choose(on .& isRising, place, high)
    low = Value.choose(on .& .!isRising, place, low)
  }

  @inline(__always)
  func contains(_ place: Value) -> Value.Mask { (place .> low) .& (place .< high) }

  /// The end that lies downhill where it has not been looked at and is wanted, else the middle.
  @inline(__always)
  func next(isRising: Value.Mask, wantsEnd: Value.Mask) -> Value {
    let isOpen =
      (isRising .& isFresh.low .& (low .== ends.low))
      .| (.!isRising .& isFresh.high .& (high .== ends.high))
    return Value.choose(wantsEnd .& isOpen, Value.choose(isRising, low, high), 0.5 * (low + high))
  }
}
