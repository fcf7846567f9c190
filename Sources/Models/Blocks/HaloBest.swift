import Numerics

/// The best of several minima of χ² over the scale radius.
struct HaloBest<Law: HaloLaw, Value: LaneValue> {
  private(set) var amplitude = Value(0)
  private(set) var place = Value(0)
  private(set) var chiSquared = Value(.infinity)
  private(set) var isLow = Value.Mask(false)
  private(set) var isHigh = Value.Mask(false)

  /// How much smaller a minimum has to be than one with a smaller scale.
  private let tie: Value

  /// - Parameter drop: How far χ² is below that of the baryons alone, about.
  init(drop: Value) {
    tie = 1e-12 * drop
  }

  /// One minimum.
  init(
    _ amplitude: Value, at place: Value, _ chiSquared: Value, isLow: Value.Mask,
    isHigh: Value.Mask
  ) {
    (self.amplitude, self.place, self.chiSquared) = (amplitude, place, chiSquared)
    (self.isLow, self.isHigh) = (isLow, isHigh)
    tie = Value(0)
  }

  /// Takes another minimum.
  @inline(__always)
  mutating func take(_ other: HaloPolish<Value>, where active: Value.Mask) {
    let isBetter = active .& (other.chiSquared .< chiSquared - tie)
    amplitude = Value.choose(isBetter, other.amplitude, amplitude)
    place = Value.choose(isBetter, other.place, place)
    chiSquared = Value.choose(isBetter, other.chiSquared, chiSquared)
    isLow = .either(isBetter, other.isLow, isLow)
    isHigh = .either(isBetter, other.isHigh, isHigh)
  }

  /// v200 and c200, exactly on their bounds where they are; v200 is NaN where nothing depends on
  /// it.
  ///
  /// - Parameters:
  ///   - range: The bounds.
  ///   - shape: The shape parameter.
  ///   - isCentral: Where C₂₀₀ = 0.
  /// - Returns: V₂₀₀, km/s, and C₂₀₀.
  @inline(never)
  func virial(
    in range: HaloRange, shape: Value, isCentral: Value.Mask
  ) -> (speed: Value, concentration: Value) {
    let rate = range.rate * place
    let low = Value(range.smallestSpeed).atLeast(range.lowerConcentration / rate)
    // Where C₂₀₀ can only be zero it bounds nothing.
    let cap = range.upperConcentration > 0 ? range.upperConcentration : .infinity
    let high = Value(range.upperSpeed).atMost(cap / rate)
    let solved = speed(in: range, between: low, high, rate, shape)
    var speed = Value.choose(isLow, low, Value.choose(isHigh, high, solved))
    var concentration = speed * rate
    concentration = Self.snapped(
      concentration, range.lowerConcentration, range.upperConcentration)
    speed = Self.snapped(speed, range.smallestSpeed, range.upperSpeed)
    speed = Value.choose(speed .<= range.smallestSpeed, Value(range.lowerSpeed), speed)
    if range.lowerConcentration == 0, isCentral.isAnywhere {
      concentration = Value.choose(isCentral, Value(0), concentration)
      // A core without a scale: the speed is that of its density, whatever v200 is.
      if Law.massPower == 3, range.lowerSpeed < range.upperSpeed {
        speed = Value.choose(isCentral, Value(.nan), speed)
      }
    }
    // Without a halo its scale does not matter.
    if range.lowerConcentration < range.upperConcentration {
      concentration = Value.choose(speed .== 0, Value(.nan), concentration)
    }
    return (speed, concentration)
  }

  /// The speed for which V²_halo at the outermost point is the amplitude, by Newton's method.
  @inline(__always)
  private func speed(
    in range: HaloRange, between low: Value, _ high: Value, _ rate: Value, _ shape: Value
  ) -> Value {
    let outermost = Law.single(at: place, shape: shape)
    var speed = amplitude.squareRoot().atLeast(low).atMost(high)
    var on = .!(isLow .| isHigh)
    for _ in 0..<60 where on.isAnywhere {
      let whole = Law.single(at: speed * rate, shape: shape)
      let now = Law.amplitude(speed: speed, outermost.value, whole.value, range)
      let slope = (Double(3 - Law.massPower) - whole.slope).atLeast(1e-12)
      let step = (Elementary.log(amplitude / now) / slope).atLeast(-2).atMost(2)
      let next = (speed * Elementary.exp(step)).atLeast(low).atMost(high)
      let isDone = .!((next - speed).magnitude .> 4e-16 * speed)
      speed = Value.choose(on, next, speed)
      on = (on .& .!isDone)
    }
    return speed
  }

  /// A number within bounds, on one that it misses by rounding only.
  @inline(__always)
  private static func snapped(_ value: Value, _ lower: Double, _ upper: Double) -> Value {
    let low = Value.choose(value .<= lower * (1 + 1e-14), Value(lower), value)
    return Value.choose(low .>= upper * (1 - 1e-14), Value(upper), low)
  }
}

extension LaneMask {
  /// One truth where a mask is true, another where it is not.
  @inline(__always)
  static func either(_ mask: Self, _ yes: Self, _ no: Self) -> Self {
    (mask .& yes) .| (.!mask .& no)
  }
}
