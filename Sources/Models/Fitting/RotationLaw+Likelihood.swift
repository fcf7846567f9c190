import Numerics

extension RotationLaw {
  package static func logLikelihoods(
    of subject: FitSubject, at places: [QuantityLanes]
  ) -> [SIMD8<Double>] {
    let constant = logConstant(of: subject)
    return places.map { place in
      var logs = SIMD8<Double>.zero
      for lane in 0..<8 {
        let quantities = place.quantities(lane)
        let curve = ScaledCurve(subject, at: quantities.galaxy)
        var sum = 0.0
        for i in 0..<curve.count { sum += square(of: curve, i, quantities.law) }
        let log = constant - 0.5 * sum
        logs[lane] = log.isFinite ? log : -.infinity
      }
      return logs
    }
  }

  package static func pointLogLikelihoods(
    of subject: FitSubject, at quantities: Quantities
  ) -> [Double] {
    let logOfTwoPi = 1.837_877_066_409_345_5
    let curve = ScaledCurve(subject, at: quantities.galaxy)
    return (0..<curve.count).map { i in
      let logError = 2 * Elementary.log(subject.curve.error[i])
      return -0.5 * (square(of: curve, i, quantities.law) + logError + logOfTwoPi)
    }
  }

  /// −½ Σ ln 2πσ², with the errors as measured: they belong to the data, and follow no inclination.
  private static func logConstant(of subject: FitSubject) -> Double {
    let logOfTwoPi = 1.837_877_066_409_345_5
    return -0.5 * (subject.logErrors + Double(subject.points.count) * logOfTwoPi)
  }

  /// ((V_obs − V) / σ)² of one point.
  @inline(__always)
  private static func square(
    of curve: ScaledCurve, _ index: Int, _ parameters: ParameterVector
  ) -> Double {
    let published = curve.points[index]
    let speed = speed(at: LawPoint(curve[index], of: curve.galaxy), parameters)
    let residual = published.observed - curve.projection * speed
    return published.weight * residual * residual
  }
}
