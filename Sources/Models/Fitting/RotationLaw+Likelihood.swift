package import Numerics

extension RotationLaw {
  package static func logLikelihoods(
    of subject: FitSubject, at places: [QuantityLanes]
  ) -> [Lanes] {
    let constant = logConstant(of: subject)
    let facts = GalaxyFacts<Lanes>(subject.facts)
    let points = subject.points
    var logs: [Lanes] = []
    logs.reserveCapacity(places.count)
    for place in places {
      let scale = CurveLanes(subject, facts, at: place.galaxy)
      var sum = Lanes(0)
      for i in points.indices {
        let point = points[i]
        let speed = speed(at: scale.lawPoint(point), place.law)
        let residual = point.observed - scale.projection * speed
        sum += point.weight * residual * residual
      }
      let log = constant - 0.5 * sum
      logs.append(log.replacing(with: -.infinity, where: .!(log .> -.infinity)))
    }
    return logs
  }

  package static func pointLogLikelihoods(
    of subject: FitSubject, at quantities: Quantities
  ) -> [Double] {
    let curve = ScaledCurve(subject, at: quantities.galaxy)
    return (0..<curve.count).map { i in
      let point = curve.points[i]
      let speed = speed(at: LawPoint(curve[i], of: curve.galaxy), quantities.law)
      let residual = point.observed - curve.projection * speed
      let logVariance = 2 * Elementary.log(subject.curve.error[i]) + logOfTwoPi
      return -0.5 * (point.weight * residual * residual + logVariance)
    }
  }

  private static var logOfTwoPi: Double { 1.837_877_066_409_345_5 }

  /// −½ Σ ln 2πσ², with the errors as measured: they belong to the data, and follow no inclination.
  private static func logConstant(of subject: FitSubject) -> Double {
    -0.5 * (subject.logErrors + Double(subject.points.count) * logOfTwoPi)
  }
}

/// How a galaxy scales at eight sets of its quantities, as ``ScaledCurve`` tells it for one.
private struct CurveLanes {
  private let ratios: GalaxyValues<Lanes>
  private let length: Lanes
  let projection: Lanes
  private let galaxy: GalaxyFacts<Lanes>

  /// - Parameters:
  ///   - subject: The galaxy.
  ///   - facts: What the catalogue says of it, in every lane.
  ///   - values: Its quantities.
  @inline(__always)
  init(_ subject: FitSubject, _ facts: GalaxyFacts<Lanes>, at values: GalaxyValues<Lanes>) {
    ratios = values
    length = values.distance / subject.distance
    projection = (values.inclination * .radiansPerDegree).map(Elementary.sin) / subject.sine
    var galaxy = facts.scaled(length: length, speed: 1 / projection)
    let (content, area) = (subject.content, length * length)
    galaxy.stellarMass =
      subject.facts.luminosity > 0
      ? values.upsilonDisk * (area * content.diskLight)
        + values.upsilonBulge * (area * content.bulgeLight)
      : Lanes(.nan)
    galaxy.gasMass =
      subject.facts.hydrogenMass > 0
      ? values.upsilonGas * (area * content.gasMass) : Lanes(.nan)
    self.galaxy = galaxy
  }

  @inline(__always)
  func lawPoint(_ point: CurvePoint) -> LawPoint<Lanes> {
    let mass =
      ratios.upsilonGas * point.gas + ratios.upsilonDisk * point.disk
      + ratios.upsilonBulge * point.bulge
    return LawPoint(radius: length * point.radius, baryonSquare: length * mass, of: galaxy)
  }
}
