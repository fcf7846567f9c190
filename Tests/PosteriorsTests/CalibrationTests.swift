import Galaxies
import Models
import Numerics
import Posteriors
import TestKit
import Testing

/// Simulation-based calibration: where truths are drawn from the priors, the part of each posterior
/// below its truth is uniform.
///
/// - SeeAlso: Talts et al. 2018, arXiv 1804.06788.
@Suite("Calibration of posteriors", .limited, .slow)
struct CalibrationTests {
  /// A density times a power of the sine of the inclination.
  private struct Planted: SamplingTarget {
    let density: CurveDensity
    let power: Double

    var shapes: [CoordinateShape] { density.shapes }

    func logLikelihoods(at points: LanePoints) -> [Lanes] {
      let logs = density.logLikelihoods(at: points)
      guard power > 0 else { return logs }
      return zip(logs, density.quantities(at: points)).map { log, places in
        log
          + places.galaxy.inclination.map {
            power * Elementary.log(Elementary.sin($0 * .radiansPerDegree))
          }
      }
    }
  }

  private static let mocks = 160

  /// The part of each posterior below its truth; shape `[quantities][mocks]`.
  private static func parts(
    _ law: any RotationLaw.Type, in bounds: [ClosedRange<Double>], plants: Bool
  ) throws -> [[Double]] {
    let made = MadeCurve.galaxy(law, law.card.example, points: 16, noise: 5)
    let space = FitSpace.usual(made, in: bounds)
    var random = SplitMix64(seed: 77)
    var parts: [[Double]] = []
    for mock in 0..<mocks {
      let lanes = try CurveDensity(law, of: FitSubject(made), in: space).lanes
      var truth = Quantities(repeating: 0)
      truth.galaxy.upsilonGas = 1
      for lane in lanes.indices { truth[lanes[lane]] = space[lanes[lane]].draw(&random) }
      var galaxy = made
      galaxy.curve.observedSpeed =
        FittedCurve(law, of: FitSubject(made), at: truth).projectedSpeeds.map {
          $0 + 5 * random.normal()
        }
      let density = try CurveDensity(law, of: FitSubject(galaxy), in: space)
      let target = Planted(density: density, power: plants ? Double(galaxy.curve.count) : 0)
      let sample = try #require(
        ImportanceSampler.sample(
          target, from: density.starts, effective: 500,
          key: SamplingKey(seed: UInt64(mock), unit: "mock".utf8)))
      let values = density.values(of: sample.points)
      if parts.isEmpty { parts = [[Double]](repeating: [], count: values.count) }
      for lane in lanes.indices {
        let below = zip(values[lane], sample.weights).filter { $0.0 < truth[lanes[lane]] }
        parts[lane].append(Statistics.sum(below.map(\.1)))
      }
    }
    return parts
  }

  /// The distance of some numbers from uniform ones, in what is usual for their number.
  private static func distance(_ parts: [Double]) -> Double {
    let (sorted, count) = (parts.sorted(), Double(parts.count))
    let gaps = sorted.enumerated().map { place, part in
      max(Double(place + 1) / count - part, part - Double(place) / count)
    }
    return gaps.reduce(0) { max($0, $1) } * count.squareRoot()
  }

  /// Kolmogorov's distance is above 1.95 in one of a thousand.
  @Test func holdsForQuantitiesOfEachKind() throws {
    for (law, bounds) in Self.laws {
      for (lane, parts) in try Self.parts(law, in: bounds, plants: false).enumerated() {
        #expect(Self.distance(parts) < 1.95, "\(law.card.name), lane \(lane)")
      }
    }
  }

  /// Errors that are rescaled with the inclination would add n ln sin i.
  @Test func failsWhereTheNormaliserFollowsTheInclination() throws {
    let parts = try Self.parts(NFWHalo.self, in: [10...300, 1...50], plants: true)
    #expect(Self.distance(parts[4]) > 3)
  }

  private static let laws: [(any RotationLaw.Type, [ClosedRange<Double>])] = [
    (NFWHalo.self, [10...300, 1...50]), (BurkertHalo.self, [10...300, 1...100]),
  ]
}
