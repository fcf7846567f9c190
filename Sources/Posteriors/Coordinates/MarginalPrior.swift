import Models
import Numerics

/// What is said beforehand of one coordinate alone, whatever the others are.
///
/// A prior that follows from other quantities is averaged over these, as they are drawn from their
/// own priors; between the knots of a table its logarithm is straight.
struct MarginalPrior {
  private let shape: CoordinateShape
  /// ln of the general prior over the flat one at even steps; empty where there is none.
  private var knots: [Double] = []
  private var first = 0.0
  private var step = 1.0

  private static let places = 128
  private static let blocks = 32

  /// - Parameters:
  ///   - lane: The coordinate.
  ///   - density: What it belongs to.
  ///   - range: Where the prior is asked for.
  init(of lane: Int, of density: CurveDensity, in range: ClosedRange<Double>) {
    shape = density.shapes[lane]
    let relations = density.space.relations
    guard let ancestors = relations.ancestors(of: lane), range.lowerBound < range.upperBound else {
      return
    }
    var others = LanePoints(
      dimension: density.dimension, blocks: ancestors.isEmpty ? 1 : Self.blocks)
    let cube = SobolPoints.points(
      others.blocks, dimension: density.dimension, SamplingKey(seed: 0, unit: []))
    for block in 0..<others.blocks {
      for (k, shape) in density.shapes.enumerated() {
        others[block, k] = cube[block, k].map { shape.quantile($0) }
      }
    }
    let count = ancestors.isEmpty ? 1 : others.count
    let weights = (0..<count).map { place in
      let quantities = density.quantities(at: others[place])
      return ancestors.reduce(0) { $0 + relations.logPriorRatio(of: $1, at: quantities) }
    }
    first = range.lowerBound
    step = (range.upperBound - first) / Double(Self.places - 1)
    knots = (0..<Self.places).map { knot in
      let logs = (0..<count).map { place in
        var coordinates = others[place]
        coordinates[lane] = first + Double(knot) * step
        let quantities = density.quantities(at: coordinates)
        return weights[place] + relations.logPriorRatio(of: lane, at: quantities)
      }
      return Self.logSum(logs) - Self.logSum(weights)
    }
  }

  /// The logarithm of the density of eight coordinates.
  func logDensity(_ y: Lanes) -> Lanes {
    let log = shape.logDensity(y)
    guard !knots.isEmpty else { return log }
    return log
      + y.map { y in
        let place = min(max((y - first) / step, 0), Double(Self.places - 1))
        let knot = min(Int(place), Self.places - 2)
        return knots[knot] + (place - Double(knot)) * (knots[knot + 1] - knots[knot])
      }
  }

  private static func logSum(_ logs: [Double]) -> Double {
    let most = logs.reduce(-.infinity) { max($0, $1) }
    guard most.isFinite else { return most }
    var sum = CompensatedSum()
    for log in logs { sum.add(Elementary.exp(log - most)) }
    return most + Elementary.log(sum.value)
  }
}
