package import Galaxies
import Models
import Numerics

extension MockSettings {
  /// The sample, drawn: the same every time.
  ///
  /// Where a law is named or a quantity of the galaxy drawn, the galaxies, their errors and their
  /// catalogue are those of the sample that the seed has by itself. What is true of each comes from
  /// the priors, and its speeds are those of the law, seen by an observer who believes the distance
  /// and the inclination of the catalogue, with gaussian noise of the stated errors. They are
  /// neither rounded nor kept from being negative, so that the noise has no bias.
  package var dataset: Dataset {
    let sample = MockSample(seed: seed, galaxies: galaxies, noise: noise)
    guard self.law != nil || !draw.isEmpty else { return sample.dataset }
    let name = self.law ?? MockTruth.usualLaw
    guard let law = ModelCatalogue.law(named: name) else {
      preconditionFailure("no law '\(name)' was read")
    }
    var random = SplitMix64(seed: UInt64(bitPattern: Int64(seed)) ^ Self.stream)
    return sample.obeying(name) { galaxy, usual in
      var own = SplitMix64(seed: random.next())
      let truth = MockTruth(of: galaxy, law, self, beside: usual, drawnFrom: &own)
      let speeds = FittedCurve(law, of: FitSubject(galaxy), at: truth.quantities)
        .projectedSpeeds
      let observed = zip(speeds, galaxy.curve.observedSpeedError).map { speed, error in
        speed + error * own.normal()
      }
      return (galaxy.observing(observed), truth.record)
    }.dataset
  }

  /// What sets the numbers that truths are drawn with apart from those of the galaxies.
  private static let stream: UInt64 = 0x6C61_775F_7472_7574
}
