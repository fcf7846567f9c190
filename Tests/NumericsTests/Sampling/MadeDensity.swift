import Numerics

/// A density of known integral.
struct MadeDensity: SamplingTarget, Sendable {
  let shapes: [CoordinateShape]
  let logLikelihood: @Sendable (Lanes) -> Double

  func logLikelihoods(at points: LanePoints) -> [Lanes] {
    (0..<points.blocks).map { block in
      var logs = Lanes.zero
      for lane in 0..<8 { logs[lane] = logLikelihood(points[8 * block + lane]) }
      return logs
    }
  }

  private static let logOfTwoPi = 1.837_877_066_409_345_5

  /// The logarithm of a normal density of several coordinates.
  static func logNormal(_ place: Lanes, _ dimension: Int, mean: Double, sigma: Double) -> Double {
    (0..<dimension).reduce(0) { sum, k in
      let z = (place[k] - mean) / sigma
      return sum - 0.5 * (z * z + logOfTwoPi) - Elementary.log(sigma)
    }
  }

  /// A normal likelihood under a standard normal prior.
  static func normal(_ dimension: Int, mean: Double, sigma: Double) -> MadeDensity {
    MadeDensity(shapes: [CoordinateShape](repeating: .normal, count: dimension)) { place in
      logNormal(place, dimension, mean: mean, sigma: sigma)
    }
  }

  /// The logarithm of what that integrates to.
  static func logIntegral(_ dimension: Int, mean: Double, sigma: Double) -> Double {
    let variance = 1 + sigma * sigma
    return -0.5 * Double(dimension)
      * (logOfTwoPi + Elementary.log(variance) + mean * mean / variance)
  }

  /// Two tops of different size far apart.
  static func twoTops(_ dimension: Int) -> MadeDensity {
    MadeDensity(shapes: [CoordinateShape](repeating: .normal, count: dimension)) { place in
      let one = logNormal(place, dimension, mean: 1.5, sigma: 0.1)
      let other = logNormal(place, dimension, mean: -1.5, sigma: 0.2)
      let most = max(one, other)
      return most + Elementary.log(Elementary.exp(one - most) + Elementary.exp(other - most))
    }
  }

  static func logIntegralOfTwoTops(_ dimension: Int) -> Double {
    let one = logIntegral(dimension, mean: 1.5, sigma: 0.1)
    let other = logIntegral(dimension, mean: -1.5, sigma: 0.2)
    return Elementary.log(Elementary.exp(one) + Elementary.exp(other))
  }

  /// Two bent valleys: the second and the fourth coordinate follow the squares of the others.
  static let bent = MadeDensity(shapes: [CoordinateShape](repeating: .normal, count: 4)) { place in
    let first = (place[1] - place[0] * place[0]) / 0.2
    let second = (place[3] - place[2] * place[2]) / 0.2
    return -0.5 * (first * first + second * second)
  }

  /// From an integral over one coordinate by the midpoint rule.
  static var logIntegralOfBent: Double {
    let (step, variance) = (0.001, 1.04)
    let sum = (-8000..<8000).reduce(0.0) { sum, place in
      let x = (Double(place) + 0.5) * step
      let exponent = -0.5 * (x * x + x * x * x * x / variance)
      return sum + step * Elementary.exp(exponent)
    }
    return 2 * Elementary.log(sum * 0.2 / (variance * 2 * Double.pi).squareRoot())
  }

  /// Numbers from zero to one of which the likelihood wants none: they pile up at the bound.
  static let piled = MadeDensity(
    shapes: [CoordinateShape](repeating: .soft(unit), count: 3)
  ) { place in
    let values = unit.values(at: place)
    return -100 * (values[0] + values[1] + values[2])
  }

  static let logIntegralOfPiled = 3 * Elementary.log(0.01)

  /// A likelihood that says nothing of numbers and logarithms with bounds.
  static let flat = MadeDensity(
    shapes: [
      .soft(unit), .soft(SoftRange(logarithmsIn: 0...1000)),
      .soft(SoftRange(logarithmsIn: 10...500)), .logOfNormal(0.3),
    ]
  ) { _ in 0 }

  private static let unit = SoftRange(uniformIn: 0...1)
}
