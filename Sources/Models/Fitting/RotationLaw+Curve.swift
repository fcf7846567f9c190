import Galaxies
import Numerics

extension RotationLaw {
  /// The curve that the quantities of a fit stand for, as it would be observed at the inclination of
  /// the catalogue.
  ///
  /// A parameter of the law without a value multiplies an amplitude of zero, and any number serves; a
  /// ratio without a value is that of a component that is not there; a distance or inclination without
  /// one is that of the catalogue.
  ///
  /// - Parameters:
  ///   - subject: The galaxy.
  ///   - quantities: The parameters of the law, then every ``GalaxyParameter``.
  /// - Returns: Speeds, km/s; shape `[n]`.
  package static func curve(of subject: FitSubject, at quantities: ParameterVector) -> [Double] {
    let count = card.parameters.count
    var parameters = quantities
    for i in 0..<count where parameters[i].isNaN { parameters[i] = 1 }
    func ratio(_ index: Int) -> Double {
      let value = quantities[count + index]
      return value.isNaN ? 0 : value
    }
    let (distance, inclination) = (quantities[count + 3], quantities[count + 4])
    let length = distance.isNaN ? 1 : distance / subject.distance
    let projection =
      inclination.isNaN
      ? 1
      : Elementary.sin(inclination * .radiansPerDegree)
        / Elementary.sin(subject.inclination * .radiansPerDegree)
    let ratios = MassToLight(disk: ratio(0), bulge: ratio(1), gas: ratio(2))
    var baryons = [Double](repeating: 0, count: subject.curve.curve.count)
    _ = baryons.withUnsafeMutableBufferPointer {
      BaryonicSpeed.compute(subject.curve.curve, ratios, into: $0)
    }
    return zip(subject.curve.curve.radius, baryons).map { radius, speed in
      let point = LawPoint(
        radius: length * radius, baryonSpeed: length.squareRoot() * speed,
        diskScaleLength: length * subject.diskScaleLength)
      return projection * Self.speed(at: point, parameters)
    }
  }
}
