package import Numerics

/// The first version of a law that adds in quadrature: V²_bary is set to zero where it is negative,
/// before anything is added to it.
///
/// That is how the methodology computed; a negative square that the term outweighs is lost.
package enum ClampedBaryons<Law: QuadratureLaw>: RotationLaw {
  package static var card: ModelCard {
    var card = Law.card
    card.method = "v1" + card.method.dropFirst(2)
    card.notes =
      card.notes.filter { $0 != Law.noteOnTotal } + [
        "the published way: where V_bary^2 is negative it is set to zero before anything is added"
      ]
    return card
  }

  @inline(__always)
  package static func speed<Value: LaneValue>(
    at point: LawPoint<Value>, _ parameters: ParameterValues<Value>,
    derivatives: inout LawDerivatives<Value>
  ) -> Value {
    let inward = LawPoint(radius: point.radius, baryonSpeed: point.baryonSpeed, of: point.galaxy)
    let speed = Law.speed(at: inward, parameters, derivatives: &derivatives)
    derivatives.baryonSpeed =
      Value(1).replacing(with: point.baryonSpeed / speed, where: speed .> 0)
    derivatives.baryonSquare = Value(0)
    return speed
  }

  package static func optimum(
    of points: Span<ScaledPoint<Double>>, in galaxy: GalaxyFacts<Double>, within bounds: LawBounds
  ) -> ParameterVector? {
    withUnsafeTemporaryAllocation(of: ScaledPoint<Double>.self, capacity: points.count) { room in
      for i in points.indices { room.initializeElement(at: i, to: points[i].withInwardBaryons) }
      return Law.optimum(of: room.span, in: galaxy, within: bounds)
    }
  }

  package static func kernel(for galaxy: CellGalaxy) -> BlockKernel? {
    guard let kernel = Law.kernel(for: galaxy) else { return nil }
    return { block in kernel(block.withInwardBaryons) }
  }

  package static func effectiveBounds(_ bounds: LawBounds) -> LawBounds {
    Law.effectiveBounds(bounds)
  }
}

extension ScaledPoint<Double> {
  /// The same point with V²_bary as the square of V_bary, which is never negative.
  fileprivate var withInwardBaryons: ScaledPoint {
    ScaledPoint(
      radius: radius, observed: observed, weight: weight,
      baryonSquare: baryonSpeed * baryonSpeed, baryonSpeed: baryonSpeed)
  }
}
