import Models
import Numerics

/// A law with as many parameters as a law may have, one of which answers to the mass of the stars.
///
///     V² = V²_bary + Σ_k (a_k R / (R + k + 1))² + s M_stars R / (R + 1)
///
/// With the first seven at zero and s, too, only the baryons are left.
enum WideLaw: RotationLaw {
  static let card = ModelCard(
    name: "wide", method: "v1_wide", summary: "Seven terms and the stars.", formula: "V = …",
    source: "made",
    parameters: (0..<7).map { .init("a\($0)", unit: "km / s", in: 0...400, "speed") } + [
      .init("s", unit: "", in: 0...5000, domain: .positive, "pull of the stars")
    ],
    example: [20, 30, 40, 50, 60, 70, 80, 300], needs: [\.stellarMass], anchors: [])

  static func speed<Value: LaneValue>(
    at point: LawPoint<Value>, _ parameters: ParameterValues<Value>,
    derivatives: inout LawDerivatives<Value>
  ) -> Value {
    var square = point.baryonSquare
    var (shapes, lengths) = (ParameterValues<Value>(), Value(0))
    for k in 0..<7 {
      let ratio = point.radius / (point.radius + Double(k + 1))
      shapes[k] = ratio
      square += parameters[k] * parameters[k] * ratio * ratio
      lengths += parameters[k] * parameters[k] * ratio * ratio * (1 - ratio)
    }
    let ratio = point.radius / (point.radius + 1)
    let stars = parameters[7] * ratio
    square += stars * point.galaxy.stellarMass
    let speed = square.atLeast(0).squareRoot()
    let half = Value(0).replacing(with: 0.5 / speed, where: speed .> 0)
    for k in 0..<7 { derivatives.parameters[k] = 2 * half * parameters[k] * shapes[k] * shapes[k] }
    derivatives.parameters[7] = half * ratio * point.galaxy.stellarMass
    derivatives.baryonSpeed = Value(0)
    derivatives.baryonSquare = half
    derivatives.galaxy.length =
      2 * half * (lengths + 0.5 * stars * point.galaxy.stellarMass * (1 - ratio))
    derivatives.galaxy.stellarMass = half * stars
    return speed
  }
}
