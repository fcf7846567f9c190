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
  private let given: FitSpace

  /// - Parameters:
  ///   - law: The law.
  ///   - subject: The galaxy.
  ///   - space: The bounds and priors of every quantity; at most eight may be free. Bounds count as
  ///     priors, so that points may be few.
  /// - Throws: The reason why there is no density.
  package init(
    _ law: any RotationLaw.Type, of subject: FitSubject, in space: FitSpace
  ) throws(FitRefusal) {
    (self.law, self.subject, given) = (law, subject, space)
    let resolved = try ResolvedSpace(law, law.card, subject, space, allowsFewPoints: true)
    self.space = resolved
    (lanes, fixed) = (resolved.lanes, resolved.corner)
    var coordinates: [QuantityCoordinate] = []
    for lane in lanes.indices {
      let coordinate = QuantityCoordinate(
        resolved.ranges[lanes[lane]], isLogarithmic: lanes[lane] != .galaxy(.inclination))
      guard let coordinate else {
        throw .priorOutsideBounds
      }
      coordinates.append(coordinate)
    }
    self.coordinates = coordinates
  }

  package var shapes: [CoordinateShape] { coordinates.map(\.shape) }

  /// The logarithms of what multiplies the density that the coordinates' shapes stand for: the
  /// likelihood, times general priors over the flat ones that stand for them.
  package func logLikelihoods(at points: LanePoints) -> [Lanes] {
    let places = quantities(at: points)
    var logs = law.logLikelihoods(of: subject, at: places)
    guard !space.relations.isEmpty else { return logs }
    for block in logs.indices {
      for lane in 0..<8 {
        let ratio = space.relations.logPriorRatio(at: places[block].quantities(lane))
        let sum = logs[block][lane] + ratio
        logs[block][lane] = sum > -.infinity ? sum : -.infinity
      }
    }
    return logs
  }

  /// The quantities at many places, by eights; those that are tied follow from the others.
  package func quantities(at points: LanePoints) -> [QuantityLanes] {
    let start = QuantityLanes(repeating: fixed)
    let tied = space.relations.tied
    return (0..<points.blocks).map { block in
      var places = start
      for lane in lanes.indices {
        places[lanes[lane]] = coordinates[lane].values(at: points[block, lane])
      }
      guard !tied.isEmpty else { return places }
      for lane in 0..<8 {
        let whole = space.relations.completed(places.quantities(lane))
        for quantity in tied {
          var values = places[quantity]
          values[lane] = whole[quantity]
          places[quantity] = values
        }
      }
      return places
    }
  }

  /// The free quantities at many places, one after the other; shape `[lanes][points.count]`.
  package func values(of points: LanePoints) -> [[Double]] {
    lanes.indices.map { lane in
      (0..<points.blocks).flatMap { block in
        let values = coordinates[lane].values(at: points[block, lane])
        return (0..<8).map { values[$0] }
      }
    }
  }

  /// One free quantity for many values of its coordinate.
  func values(of lane: Int, at coordinates: [Double]) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(coordinates.count + 8)
    for first in stride(from: 0, to: coordinates.count, by: 8) {
      var eight = Lanes.zero
      for k in 0..<min(8, coordinates.count - first) { eight[k] = coordinates[first + k] }
      let found = self.coordinates[lane].values(at: eight)
      for k in 0..<min(8, coordinates.count - first) { values.append(found[k]) }
    }
    return values
  }

  /// Every quantity at one place.
  package func quantities(at place: Lanes) -> Quantities {
    var quantities = fixed
    for lane in lanes.indices {
      quantities[lanes[lane]] = coordinates[lane].values(at: Lanes(place[lane]))[0]
    }
    return space.relations.isEmpty ? quantities : space.relations.completed(quantities)
  }

  /// Near which coordinates a search has found optima, the best first.
  package var starts: [Lanes] {
    // The space was looked at when the density was made.
    guard case .success(let optima) = law.optima(subject, in: given) else { return [] }
    return optima.map { optimum in
      var start = Lanes.zero
      for lane in lanes.indices {
        start[lane] = coordinates[lane].coordinate(of: optimum.quantities[lanes[lane]])
      }
      return start
    }
  }
}
