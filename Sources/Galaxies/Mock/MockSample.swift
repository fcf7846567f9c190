import Numerics
import Support

/// Galaxies drawn from a seed, with the truth they were made with.
///
/// Each has an exponential disk, a gas disk with a central hole, sometimes a bulge, and obeys
///
///     V = V_bary(Υ_disk = 0.5, Υ_bulge = 0.7) + ωR / (1 + R / (k R_disk))
///
/// with gaussian noise of the stated error. Every number is rounded as a table prints it, so the
/// sample equals what it reads as. The same seed gives the same bits on every processor, and a
/// larger sample begins with the galaxies of a smaller one.
package struct MockSample: Sendable {
  package let seed: Int
  /// The typical error of an observed speed, km/s.
  package let noise: Double
  package let galaxies: [Galaxy]
  package let truth: [Dataset.Truth]
  /// The law that they obey instead of the one above; `nil` for that.
  private let law: String?

  /// Draws a sample.
  ///
  /// - Parameters:
  ///   - seed: Any number.
  ///   - count: How many galaxies, at least one.
  ///   - noise: The typical error of an observed speed, km/s; zero for speeds without noise.
  package init(seed: Int = 1, galaxies count: Int = 24, noise: Double = 2) {
    precondition(count >= 1, "a sample has at least one galaxy")
    precondition(noise >= 0 && noise.isFinite, "noise must be zero or positive")
    var random = SplitMix64(seed: UInt64(bitPattern: Int64(seed)))
    let members = (1...count).map { number in
      var own = SplitMix64(seed: random.next())
      let digits = String(number)
      let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
      return MockGalaxy(named: "Mock\(zeros)\(digits)", noise: noise, drawnFrom: &own)
    }
    self.seed = seed
    self.noise = noise
    galaxies = members.map(\.galaxy)
    truth = members.map(\.truth)
    law = nil
  }

  private init(
    _ sample: MockSample, _ galaxies: [Galaxy], _ truth: [Dataset.Truth], law: String
  ) {
    (seed, noise) = (sample.seed, sample.noise)
    (self.galaxies, self.truth, self.law) = (galaxies, truth, law)
  }

  /// The same galaxies with speeds and a truth of their own.
  ///
  /// - Parameters:
  ///   - law: The law that they obey.
  ///   - make: The galaxy and its truth from those of this sample, in their order.
  /// - Returns: The sample.
  package func obeying(
    _ law: String, _ make: (Galaxy, Dataset.Truth) -> (Galaxy, Dataset.Truth)
  ) -> MockSample {
    let made = zip(galaxies, truth).map { make($0, $1) }
    return MockSample(self, made.map(\.0), made.map(\.1), law: law)
  }

  /// The sample as a dataset; its input is the hash of all its values.
  package var dataset: Dataset {
    let text = Array((catalogueText + pointsText + truthText).utf8)
    return Dataset(
      name: "mock", galaxies: galaxies,
      inputs: [
        Dataset.Input(
          role: "generated", sha256: Fingerprint(of: text).description, bytes: text.count)
      ],
      notes: [
        "generated from seed \(seed): \(galaxies.count.counted("galaxy", "galaxies"))"
          + (law.map { " of law '\($0)'" } ?? "")
          + " with errors of about \(noise) km/s; the truth "
          + "of each is known"
      ],
      truth: truth,
      citation: "Upsilon, galaxies generated from seed \(seed)")
  }
}
