import Galaxies
import Models
import Numerics
import Posteriors
import TestKit
import Testing

/// The density is that of the data.
@Suite("The density of a law and a galaxy", .limited)
struct DensityTests {
  private static func lanes(_ quantities: Quantities) -> QuantityLanes {
    QuantityLanes(repeating: quantities)
  }

  private static func quantities(inclination: Double, distance: Double = 8) -> Quantities {
    var quantities = Quantities(repeating: 0)
    (quantities.law[0], quantities.law[1]) = (110, 12)
    (quantities.galaxy.upsilonDisk, quantities.galaxy.upsilonGas) = (0.5, 1)
    (quantities.galaxy.distance, quantities.galaxy.inclination) = (distance, inclination)
    return quantities
  }

  /// The logarithm of the likelihood is −½ χ² with a constant that no quantity moves: from errors
  /// rescaled with the inclination n ln sin i would enter.
  @Test(arguments: [30.0, 45, 60, 89])
  func hasAConstantThatDoesNotFollowTheInclination(_ inclination: Double) {
    let galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12])
    let subject = FitSubject(galaxy)
    let place = Self.quantities(inclination: inclination)
    let found = NFWHalo.logLikelihoods(of: subject, at: [Self.lanes(place)])[0][0]
    let curve = FittedCurve(NFWHalo.self, of: subject, at: place)
    let expected = zip(curve.projectedSpeeds, galaxy.curve.observedSpeed).reduce(0.0) {
      let z = ($1.1 - $1.0) / 3
      return $0 - 0.5 * z * z - 0.5 * Elementary.log(2 * Double.pi * 9)
    }
    #expect(found.isNear(expected, relative: 1e-12))
    let points = NFWHalo.pointLogLikelihoods(of: subject, at: place)
    #expect(Statistics.sum(points).isNear(found, relative: 1e-12))
  }

  /// Every law gives in each lane what it gives alone, whatever is beside it.
  @Test func isTheSameInEveryLane() {
    let galaxy = MadeCurve.galaxy(NFWHalo.self, [110, 12])
    var known = galaxy
    for case let field? in GalaxyColumn.all.map(\.field) where known[keyPath: field].isNaN {
      known[keyPath: field] = 1
    }
    let subject = FitSubject(known)
    for law in ModelCatalogue.all + ModelCatalogue.earlier {
      var places = Self.lanes(Self.quantities(inclination: 60))
      var alone: [Quantities] = []
      for lane in 0..<8 {
        var one = Self.quantities(
          inclination: 50 + 5 * Double(lane), distance: 6 + Double(lane))
        for (position, value) in law.card.example.enumerated() {
          one.law[position] = value * (1 + 0.1 * Double(lane))
          places.law[position][lane] = one.law[position]
        }
        places.galaxy.distance[lane] = one.galaxy.distance
        places.galaxy.inclination[lane] = one.galaxy.inclination
        alone.append(one)
      }
      let together = law.logLikelihoods(of: subject, at: [places])[0]
      for lane in 0..<8 {
        let own = law.logLikelihoods(of: subject, at: [Self.lanes(alone[lane])])[0]
        #expect(own[0] == together[lane], "\(law.card.method), lane \(lane)")
        let points = law.pointLogLikelihoods(of: subject, at: alone[lane])
        #expect(Statistics.sum(points).isNear(own[0], relative: 1e-11))
      }
    }
  }

  /// Coordinates and quantities: the prior of each is where its draws from the prior lie.
  @Test func coordinatesFollowThePriors() throws {
    let ranges = [
      FitRange(10, 500), FitRange(0, 1000), FitRange(10, 500, .logUniform),
      FitRange(0.05, 5, .lognormal(median: 0.5, dex: 0.1)),
      FitRange(0.3, 0.6, .lognormal(median: 0.5, dex: 0.1)),
      FitRange(1, 90, .normal(mean: 85, sigma: 4)),
      FitRange(0.001, 10_000, .normal(mean: 4, sigma: 1)),
      FitRange(-20, 80),
    ]
    for range in ranges {
      for isLogarithmic in [false, true] {
        let coordinate = try #require(QuantityCoordinate(range, isLogarithmic: isLogarithmic))
        var random = SplitMix64(seed: 3)
        let drawn = WeightedSample((0..<20_000).map { _ in range.draw(&random) })
        for p in [0.1, 0.4, 0.7, 0.95] {
          let y = coordinate.shape.quantile(p)
          let value = coordinate.values(at: Lanes(y))[0]
          #expect(
            value.isNear(drawn.quantile(p), absolute: 5 * drawn.errorOfQuantile(p)),
            "\(range), \(p)")
          #expect(coordinate.coordinate(of: value).isNear(y, absolute: 1e-5))
        }
        for y in [-40.0, 40] {
          let value = coordinate.values(at: Lanes(y))[0]
          #expect(range.lower <= value && value <= range.upper)
        }
      }
    }
  }
}
