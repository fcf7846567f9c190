import Numerics

/// Accelerations in a disk, and the relation between the observed and the baryonic one.
package enum RadialAcceleration {
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
    squaredSpeed * 1e6 / (radius * Constants.metresPerKiloparsec)
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

  /// The acceleration that the relation predicts from the baryons.
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
  package static func predicted(baryonic: Double, scale: Double) -> Double {
    baryonic / Elementary.oneMinusExp(minus: (baryonic / scale).squareRoot())
  }
}
