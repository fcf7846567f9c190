public import Numerics

/// Accelerations in a disk, and the relation between the observed and the baryonic one.
///
/// Public for the reason that `Elementary` tells.
public enum RadialAcceleration {
  /// The scale g† that the source finds, m/s².
  ///
  /// - SeeAlso: McGaugh, Lelli & Schombert 2016, PRL 117, 201101.
  package static let scale = 1.2e-10

  /// The centripetal acceleration of a circular orbit, V²/R.
  ///
  /// - Parameters:
  ///   - squaredSpeed: V², km²/s².
  ///   - radius: R, kpc, positive.
  /// - Returns: Acceleration, m/s².
  package static func centripetal(squaredSpeed: Double, radius: Double) -> Double {
    centripetal(squaredSpeed: squaredSpeed, distance: distance(radius: radius))
  }

  /// A distance from the centre, m.
  ///
  /// - Parameter radius: R, kpc.
  /// - Returns: The distance for ``centripetal(squaredSpeed:distance:)``.
  package static func distance(radius: Double) -> Double {
    radius * Constants.metresPerKiloparsec
  }

  /// The centripetal acceleration of circular orbits at one distance, one or eight.
  ///
  /// - Parameters:
  ///   - squaredSpeed: V², km²/s².
  ///   - distance: What ``distance(radius:)`` gives, m.
  /// - Returns: Acceleration, m/s².
  @inlinable @inline(__always)
  public static func centripetal<Value: LaneValue>(
    squaredSpeed: Value, distance: Double
  ) -> Value {
    squaredSpeed * 1e6 / distance
  }

  /// The speed of a circular orbit with a centripetal acceleration, √(g R).
  ///
  /// - Parameters:
  ///   - acceleration: g, m/s².
  ///   - radius: R, kpc.
  /// - Returns: Speed, km/s.
  package static func circularSpeed(acceleration: Double, radius: Double) -> Double {
    (acceleration * radius * Constants.metresPerKiloparsec / 1e6).squareRoot()
  }

  /// The acceleration that the relation predicts from the baryons, one or eight.
  ///
  ///     g_RAR = g_bar / (1 − e^(−√(g_bar / g†)))
  ///
  /// Far above g† it tends to `g_bar`, far below it to `√(g_bar g†)`.
  ///
  /// - Parameters:
  ///   - baryonic: Acceleration due to the baryons, m/s², positive.
  ///   - scale: The scale g†, m/s², positive.
  /// - Returns: Acceleration, m/s².
  /// - SeeAlso: McGaugh, Lelli & Schombert 2016, PRL 117, 201101, equation 4.
  @inlinable @inline(__always)
  public static func predicted<Value: LaneValue>(baryonic: Value, scale: Value) -> Value {
    baryonic / Elementary.oneMinusExp(minus: (baryonic / scale).squareRoot())
  }
}
