import Numerics

/// What the squares of the speeds on eight nodes are made of, beside the halo.
struct NodeGalaxy {
  /// D / D₀.
  var length: Lanes
  /// sin²i / sin²i₀, and half the slope of its logarithm by i.
  var projection = Lanes(1)
  var tilt = Lanes(0)
  /// Their product with D / D₀.
  var light = Lanes(1)
  /// The ratios of gas, disk and bulge, and what their squares are multiplied by.
  var ratios = [3 of Lanes](repeating: Lanes(0))
  var masses = [3 of Lanes](repeating: Lanes(0))

  init(length: Lanes) {
    self.length = length
  }

  /// What the baryons add at a point to V² sin²i / sin²i₀.
  @inline(__always)
  func square(at point: CurvePoint) -> Lanes {
    (masses[0] * point.gas + masses[1] * point.disk) + masses[2] * point.bulge
  }

  /// Takes in the inclination, degrees.
  @inline(__always)
  mutating func incline(_ inclination: Lanes, _ known: Double) {
    let (sine, cosine) = Self.sineAndCosine(inclination * .radiansPerDegree)
    let ratio = sine * (1 / known)
    projection = ratio * ratio
    tilt = cosine / sine * .radiansPerDegree
  }

  /// sin and cos between 0 and π/2 to 1e-9: enough for a place to start from.
  @inline(__always)
  private static func sineAndCosine(_ x: Lanes) -> (Lanes, Lanes) {
    let z = x * x
    var (sine, cosine) = (Lanes(1), Lanes(1))
    for n in stride(from: 14, through: 2, by: -2) {
      sine = 1 - z * (sine * (1 / Double(n * (n + 1))))
      cosine = 1 - z * (cosine * (1 / Double(n * (n - 1))))
    }
    return (x * sine, cosine)
  }
}
