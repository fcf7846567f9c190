package import Galaxies

/// The curve that the quantities of a fit stand for: the one way from a fit back to speeds.
///
/// A parameter of the law without a value multiplies an amplitude of zero, and any number serves; a
/// ratio without a value is that of a component that is not there; a distance or inclination
/// without one is that of the catalogue.
package struct FittedCurve: Sendable {
  private let law: any RotationLaw.Type
  private let subject: FitSubject
  private let parameters: ParameterVector
  private let curve: ScaledCurve

  /// - Parameters:
  ///   - law: The law.
  ///   - subject: The galaxy.
  ///   - quantities: The parameters of the law and the quantities of the galaxy.
  package init(_ law: any RotationLaw.Type, of subject: FitSubject, at quantities: Quantities) {
    (self.law, self.subject) = (law, subject)
    parameters = quantities.law.replacingMissing(with: 1)
    let known = GalaxyValues { parameter in
      let value = quantities.galaxy[parameter]
      guard value.isNaN else { return value }
      return switch parameter {
      case .upsilonDisk, .upsilonBulge, .upsilonGas: 0.0
      case .distance: subject.distance
      case .inclination: subject.inclination
      }
    }
    curve = ScaledCurve(subject, at: known)
  }

  /// The factor from a circular speed to the one observed at the inclination of the catalogue.
  package var projection: Double { curve.projection }

  /// The speeds as they would be observed at the inclination of the catalogue, km/s; shape `[n]`.
  package var projectedSpeeds: [Double] {
    law.speeds(of: curve, parameters).map { curve.projection * $0 }
  }

  /// The measured points; shape `[n]`.
  package var measured: [FittedPoint] {
    zip(curve.points.indices, law.speeds(of: curve, parameters)).map { index, model in
      point(index, of: curve, model: model, error: subject.curve.error[index] / curve.projection)
    }
  }

  /// Points between the measured ones.
  ///
  /// - Parameter points: Their baryons, for the distance of the catalogue; shape `[m]`.
  /// - Returns: The points, without observed speeds; shape `[m]`.
  package func points(at points: [CurvePoint]) -> [FittedPoint] {
    let other = curve.taking(points)
    return zip(points.indices, law.speeds(of: other, parameters)).map { index, model in
      point(index, of: other, model: model, error: .nan)
    }
  }

  private func point(
    _ index: Int, of curve: ScaledCurve, model: Double, error: Double
  ) -> FittedPoint {
    let place = curve[index]
    let squares = curve.componentSquares(index)
    let baryons = place.baryonSquare.signedRoot
    return FittedPoint(
      radius: place.radius, observed: place.observed, error: error, gas: squares.gas.signedRoot,
      disk: squares.disk.signedRoot, bulge: squares.bulge.signedRoot, baryons: baryons,
      extra: law.addsSpeeds
        ? model - baryons : (model * model - place.baryonSquare).signedRoot,
      model: model)
  }
}

extension Double {
  /// The root of the magnitude with the sign of the number; no negative zero.
  fileprivate var signedRoot: Double {
    self < 0 ? -(-self).squareRoot() : magnitude.squareRoot()
  }
}
