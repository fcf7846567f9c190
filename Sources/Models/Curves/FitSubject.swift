package import Galaxies
import Numerics

/// What a fit knows of a galaxy.
///
/// A class, so that the units of a plan share it and the sums of a search do not count references
/// to each of its columns.
package final class FitSubject: Sendable {
  package let curve: WeightedCurve
  /// The same curve point by point; shape `[n]`.
  package let points: [CurvePoint]
  /// 1/σ of each point, s/km; shape `[n]`.
  let rootWeights: [Double]
  /// What the catalogue says of it; the masses, which follow from a fit, are NaN.
  package let facts: GalaxyFacts<Double>
  /// The light and the gas of its components, for the distance of the catalogue.
  package let content: GalaxyContent
  /// Distance, Mpc, and inclination, degrees, that the curve is for: those of the catalogue, or
  /// what stands in for them where it has none.
  package let distance: Double
  package let inclination: Double
  /// sin of that inclination.
  let sine: Double
  /// Σ ln σ² of the speeds as measured, σ in km/s.
  package let logErrors: Double
  /// What of the galaxy is there; what is not cannot be free.
  ///
  /// Components anywhere on the curve, a distance and an inclination in the catalogue.
  package let has: GalaxyValues<Bool>

  package init(_ galaxy: Galaxy) {
    let points = galaxy.curve
    curve = WeightedCurve(points)
    self.points = zip(points.radius.indices, curve.weight).map { i, weight in
      CurvePoint(
        radius: points.radius[i], observed: points.observedSpeed[i], weight: weight,
        disk: points.diskSpeed[i].magnitude * points.diskSpeed[i],
        bulge: points.bulgeSpeed[i].magnitude * points.bulgeSpeed[i],
        gas: points.gasSpeed[i].magnitude * points.gasSpeed[i])
    }
    rootWeights = curve.weight.map { $0.squareRoot() }
    logErrors = curve.error.reduce(0) { $0 + 2 * Elementary.log($1) }
    facts = GalaxyFacts(of: galaxy)
    content = GalaxyContent(of: galaxy)
    has = GalaxyValues { parameter in
      switch parameter {
      case .upsilonDisk, .upsilonBulge, .upsilonGas: parameter.exists(in: galaxy)
      case .distance: galaxy.distance > 0
      case .inclination: galaxy.inclination > 0
      }
    }
    distance = has.distance ? galaxy.distance : 1
    inclination = has.inclination ? galaxy.inclination : 90
    sine = Elementary.sin(inclination * .radiansPerDegree)
  }
}
