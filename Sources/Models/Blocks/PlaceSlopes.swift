import Numerics

/// The derivatives of a function of ln z and ln α, the first and the second ones.
struct PlaceSlopes {
  var z = 0.0
  var shape = 0.0
  var zz = 0.0
  var both = 0.0
  var shapes = 0.0

  init() {}

  /// Those of the logarithm of a profile by ln x and ln α.
  ///
  /// - Parameters:
  ///   - profile: The profile.
  ///   - alpha: α.
  @inline(__always)
  init(_ profile: HaloProfile<Double>, _ alpha: Double) {
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
