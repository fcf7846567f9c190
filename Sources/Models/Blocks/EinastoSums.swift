import Numerics

/// Half of χ² of an Einasto halo with its first and second derivatives by ln V²_halo, ln z and
/// ln α.
struct EinastoSums {
  /// χ² itself.
  var chiSquared = 0.0
  /// ∂ by a = ln V²_halo at the outermost point, with the sign turned, and ∂²/∂A² times A².
  var pull = 0.0
  var curvature = 0.0
  /// The derivatives by ln z and ln α at the same amplitude, and ∂² by the amplitude and each.
  var place = PlaceSlopes()
  var mixedZ = 0.0
  var mixedShape = 0.0

  /// How far the best amplitude is, as a logarithm, to first order.
  var drift: Double { pull / curvature }

  /// The derivatives of the best amplitude's logarithm.
  var follow: (z: Double, shape: Double) { (-mixedZ / curvature, -mixedShape / curvature) }

  /// The derivatives where the amplitude follows its best values.
  var free: PlaceSlopes {
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
  func along(_ bound: PlaceSlopes) -> PlaceSlopes {
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
