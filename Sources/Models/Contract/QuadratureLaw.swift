import Numerics

/// A law whose term adds to the baryons in quadrature, as accelerations add.
///
///     V² = V²_bary + V²_term
///
/// The square of the baryons is signed: gas with a central hole pulls outward. Only where the
/// **total** is negative there is no circular speed, and V is zero. Where a total passes zero χ²
/// has a kink: it is not convex there, and can have a minimum on either side.
package protocol QuadratureLaw: RotationLaw {}

extension QuadratureLaw {
  package static var clampsTotal: Bool { true }

  /// The speed for a square, with its slope by the square of the baryons.
  ///
  /// - Parameters:
  ///   - total: V²_bary + V²_term, km²/s².
  ///   - derivatives: Receives the slopes by the baryons: none where the total is negative. Where
  ///     it is zero any speed of the baryons would be all there is.
  /// - Returns: Circular speed, km/s.
  @inline(__always)
  static func speed<Value: LaneValue>(
    ofTotal total: Value, _ derivatives: inout LawDerivatives<Value>
  ) -> Value {
    let speed = total.atLeast(0).squareRoot()
    derivatives.baryonSpeed = Value(0).replacing(with: 1, where: total .== 0)
    derivatives.baryonSquare = Value(0).replacing(with: 0.5 / speed, where: speed .> 0)
    return speed
  }

  /// What the card of such a law says of it.
  static var noteOnTotal: String {
    "V_bary^2 is signed: gas with a central hole pulls outward. Where the total is negative V is "
      + "zero, and the point counts as clamped"
  }
}
