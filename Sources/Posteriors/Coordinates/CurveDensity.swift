package import Models
package import Numerics

/// The density of what is free of a law and a galaxy: the likelihood of the speeds as measured,
/// times priors that are normalised within the bounds.
package struct CurveDensity: SamplingTarget, Sendable {
  package let law: any RotationLaw.Type
  package let subject: FitSubject
  /// The quantities that are free, in the order of the coordinates.
  package let lanes: FreeLanes
  /// The ranges of all quantities.
  package let space: ResolvedSpace
  private let coordinates: [QuantityCoordinate]
  private let fixed: Quantities

  /// - Parameters:
  ///   - law: The law.
  ///   - subject: The galaxy.
  ///   - space: The bounds and priors of every quantity; at most eight may be free. Bounds count as
  ///     priors, so that points may be few.
  /// - Throws: The reason why there is no density.
  package init(
    _ law: any RotationLaw.Type, of subject: FitSubject, in space: FitSpace
  ) throws(FitRefusal) {
    (self.law, self.subject) = (law, subject)
    let resolved = try ResolvedSpace(law, law.card, subject, space, allowsFewPoints: true)
    self.space = resolved
    (lanes, fixed) = (resolved.lanes, resolved.corner)
    var coordinates: [QuantityCoordinate] = []
    for lane in lanes.indices {
      guard let coordinate = QuantityCoordinate(resolved.ranges[lanes[lane]]) else {
        throw .priorOutsideBounds
      }
      coordinates.append(coordinate)
    }
    self.coordinates = coordinates
  }

  package var shapes: [CoordinateShape] { coordinates.map(\.shape) }

  package func logLikelihoods(at points: LanePoints) -> [Lanes] {
    law.logLikelihoods(of: subject, at: quantities(at: points))
  }

  /// The quantities at many places, by eights.
  package func quantities(at points: LanePoints) -> [QuantityLanes] {
    let start = QuantityLanes(repeating: fixed)
    return (0..<points.blocks).map { block in
      var places = start
      for lane in lanes.indices {
        places[lanes[lane]] = coordinates[lane].values(at: points[block, lane])
      }
      return places
    }
  }

  /// Near which coordinates a search has found optima, the best first.
  package var starts: [Lanes] {
    law.optima(of: subject, in: space).map { optimum in
      var start = Lanes.zero
      for lane in lanes.indices {
        start[lane] = coordinates[lane].coordinate(of: optimum[lanes[lane]])
      }
      return start
    }
  }
}
