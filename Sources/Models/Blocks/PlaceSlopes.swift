import Numerics

/// The derivatives of a function of ln z and ln α, the first and the second ones.
struct PlaceSlopes<Value: LaneValue> {
  var z = Value(0)
  var shape = Value(0)
  var zz = Value(0)
  var both = Value(0)
  var shapes = Value(0)

  init() {}

  /// Those of the logarithm of a profile by ln x and ln α.
  ///
  /// - Parameters:
  ///   - profile: The profile.
  ///   - alpha: α.
  @inline(__always)
  init(_ profile: HaloProfile<Value>, _ alpha: Double) {
    (z, zz) = (profile.slope, profile.bend)
    shape = alpha * profile.shapeSlope
    both = alpha * profile.mixedBend
    shapes = shape + alpha * alpha * profile.shapeBend
  }

  @inline(__always)
  static func - (a: PlaceSlopes, b: PlaceSlopes) -> PlaceSlopes {
    var difference = PlaceSlopes()
    (difference.z, difference.shape) = (a.z - b.z, a.shape - b.shape)
    (difference.zz, difference.both) = (a.zz - b.zz, a.both - b.both)
    difference.shapes = a.shapes - b.shapes
    return difference
  }
}

extension PlaceSlopes<Lanes> {
  /// Those of one lane.
  func lane(_ lane: Int) -> PlaceSlopes<Double> {
    var one = PlaceSlopes<Double>()
    (one.z, one.shape, one.zz) = (z[lane], shape[lane], zz[lane])
    (one.both, one.shapes) = (both[lane], shapes[lane])
    return one
  }
}

extension PlaceSlopes<Double> {
  /// The same in every lane.
  var everywhere: PlaceSlopes<Lanes> {
    var all = PlaceSlopes<Lanes>()
    (all.z, all.shape, all.zz) = (Lanes(z), Lanes(shape), Lanes(zz))
    (all.both, all.shapes) = (Lanes(both), Lanes(shapes))
    return all
  }
}
