/// One point of a curve at the ratios, the distance and the inclination of a fit, with what the
/// speed of the fit is made of.
///
/// All speeds are circular speeds, km/s. Those of components and baryons have the sign of their
/// square: they are negative where the component pulls outward.
package struct FittedPoint: Equatable, Sendable {
  /// Distance from the centre, kpc.
  package let radius: Double
  /// The observed speed and its error as the fit used it; NaN between measured points.
  package let observed: Double
  package let error: Double
  /// The speeds due to gas, disk and bulge, and to all of them.
  package let gas: Double
  package let disk: Double
  package let bulge: Double
  package let baryons: Double
  /// What the law adds: by speed or, with its sign, by square.
  package let extra: Double
  /// The speed of the fit.
  package let model: Double

  package init(
    radius: Double, observed: Double, error: Double, gas: Double, disk: Double, bulge: Double,
    baryons: Double, extra: Double, model: Double
  ) {
    (self.radius, self.observed, self.error) = (radius, observed, error)
    (self.gas, self.disk, self.bulge) = (gas, disk, bulge)
    (self.baryons, self.extra, self.model) = (baryons, extra, model)
  }

  /// The observed speed less that of the fit.
  package var residual: Double { observed - model }

  /// The residual in errors of the observed speed.
  package var pull: Double { residual / error }
}
