import Numerics

/// Half of χ² of an Einasto halo with its first and second derivatives by ln V²_halo, ln z and
/// ln α.
struct EinastoSums<Value: LaneValue> {
  /// χ² itself.
  var chiSquared = Value(0)
  /// ∂ by a = ln V²_halo at the outermost point, with the sign turned, and ∂²/∂A² times A².
  var pull = Value(0)
  var curvature = Value(0)
  /// The derivatives by ln z and ln α at the same amplitude, and ∂² by the amplitude and each.
  var place = PlaceSlopes<Value>()
  var mixedZ = Value(0)
  var mixedShape = Value(0)
}

extension EinastoSums<Lanes> {
  /// The lanes added.
  var added: EinastoSums<Double> {
    var all = EinastoSums<Double>()
    (all.chiSquared, all.pull, all.curvature) = (chiSquared.sum(), pull.sum(), curvature.sum())
    (all.mixedZ, all.mixedShape) = (mixedZ.sum(), mixedShape.sum())
    (all.place.z, all.place.shape) = (place.z.sum(), place.shape.sum())
    (all.place.zz, all.place.both) = (place.zz.sum(), place.both.sum())
    all.place.shapes = place.shapes.sum()
    return all
  }
}

extension EinastoSums<Double> {
  /// How far the best amplitude is, as a logarithm, to first order.
  var drift: Double { pull / curvature }

  /// The derivatives of the best amplitude's logarithm.
  var follow: (z: Double, shape: Double) { (-mixedZ / curvature, -mixedShape / curvature) }

  /// The derivatives where the amplitude follows its best values.
  var free: PlaceSlopes<Double> {
    let (z, shape) = follow
    var slopes = place
    slopes.z -= pull * z
    slopes.shape -= pull * shape
    slopes.zz += z * mixedZ
    slopes.both += z * mixedShape
    slopes.shapes += shape * mixedShape
    return slopes
  }

  /// The derivatives where the amplitude follows a bound.
  ///
  /// - Parameter bound: The derivatives of the bound's logarithm.
  /// - Returns: The derivatives.
  func along(_ bound: PlaceSlopes<Double>) -> PlaceSlopes<Double> {
    let (z, shape) = (bound.z, bound.shape)
    // By the logarithm of the amplitude alone, twice: the curvature less the pull.
    let alone = curvature - pull
    var slopes = place
    slopes.z -= pull * z
    slopes.shape -= pull * shape
    slopes.zz += z * (2 * mixedZ + z * alone) - pull * bound.zz
    slopes.both += z * mixedShape + shape * mixedZ + z * shape * alone - pull * bound.both
    slopes.shapes += shape * (2 * mixedShape + shape * alone) - pull * bound.shapes
    return slopes
  }
}
