extension RotationLaw {
  /// The curve that the quantities of a fit stand for, as it would be observed at the inclination
  /// of the catalogue.
  ///
  /// A parameter of the law without a value multiplies an amplitude of zero, and any number serves;
  /// a ratio without a value is that of a component that is not there; a distance or inclination
  /// without one is that of the catalogue.
  ///
  /// - Parameters:
  ///   - subject: The galaxy.
  ///   - quantities: The parameters of the law and the quantities of the galaxy.
  /// - Returns: Speeds, km/s; shape `[n]`.
  package static func curve(of subject: FitSubject, at quantities: Quantities) -> [Double] {
    let parameters = quantities.law.replacingMissing(with: 1)
    let known = GalaxyValues { parameter in
      let value = quantities.galaxy[parameter]
      guard value.isNaN else { return value }
      return switch parameter {
      case .upsilonDisk, .upsilonBulge, .upsilonGas: 0.0
      case .distance: subject.distance
      case .inclination: subject.inclination
      }
    }
    let curve = ScaledCurve(subject, at: known)
    return (0..<curve.count).map { index in
      curve.projection * speed(at: LawPoint(curve[index], of: curve.galaxy), parameters)
    }
  }
}

extension ParameterVector {
  /// The same values with a number for each that is NaN.
  func replacingMissing(with number: Double) -> ParameterVector {
    var values = self
    for index in 0..<Self.capacity where values[index].isNaN { values[index] = number }
    return values
  }
}
