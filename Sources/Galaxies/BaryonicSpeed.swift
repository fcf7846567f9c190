/// The circular speed that the visible matter alone would give.
///
///     V²_bary = Υ_gas |V_gas| V_gas + Υ_disk |V_disk| V_disk + Υ_bulge |V_bulge| V_bulge
///
/// A component that pulls outward counts as negative. Where the sum is negative the speed is set to
/// zero, and the point is counted as clamped.
///
/// - SeeAlso: Lelli, McGaugh & Schombert 2016, AJ 152, 157, equation 2.
package enum BaryonicSpeed {
  /// Computes the speed at every point of a curve.
  ///
  /// - Parameters:
  ///   - curve: The component speeds, km/s; shape `[n]`.
  ///   - ratios: Mass-to-light ratios of the components.
  ///   - speeds: Room for the baryonic speed, km/s; shape `[n]`.
  /// - Returns: How many points were clamped to zero.
  /// - Precondition: `speeds` has as many elements as the curve has points.
  package static func compute(
    _ curve: borrowing RotationCurve, _ ratios: MassToLight,
    into speeds: UnsafeMutableBufferPointer<Double>
  ) -> Int {
    precondition(speeds.count == curve.count, "one speed a point")
    var clamped = 0
    for i in 0..<speeds.count {
      let gas = curve.gasSpeed[i]
      let disk = curve.diskSpeed[i]
      let bulge = curve.bulgeSpeed[i]
      let squared =
        ratios.gas * (gas.magnitude * gas) + ratios.disk * (disk.magnitude * disk)
        + ratios.bulge * (bulge.magnitude * bulge)
      if squared < 0 { clamped += 1 }
      speeds[i] = max(0, squared).squareRoot()
    }
    return clamped
  }
}
