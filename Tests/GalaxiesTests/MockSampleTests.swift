import Datasets
import Galaxies
import Support
import TestKit
import Testing

@Suite("A mock sample", .limited)
struct MockSampleTests {
  static let sample = MockSample()

  /// The hash is a promise to old runs: if this fails, the mock data of every run has changed.
  @Test func keepsItsHash() {
    let input = Self.sample.dataset.inputs[0]
    #expect(input.role == "generated")
    #expect(input.sha256 == "62f59278e0d4c803fe7d7429989b2453b4477465bb636bf8e6ade8677057c687")
    #expect(input.bytes == 30620)
  }

  @Test func hasGalaxiesOfManyPoints() {
    #expect(Self.sample.galaxies.count == 24)
    #expect(Self.sample.galaxies.map(\.name).prefix(2) == ["Mock0001", "Mock0002"])
    #expect(Set(Self.sample.galaxies.map(\.name)).count == 24)
    for galaxy in Self.sample.galaxies {
      let curve = galaxy.curve
      #expect((10...35).contains(curve.count))
      #expect(curve.radius.allSatisfy { $0 > 0 })
      #expect(zip(curve.radius, curve.radius.dropFirst()).allSatisfy { $0 < $1 })
      for column in PointColumn.all {
        #expect(curve[keyPath: column.field].allSatisfy { $0.isFinite }, "\(column.name)")
        #expect(curve[keyPath: column.field].count == curve.count)
      }
    }
  }

  @Test func hasTheVarietyOfRealGalaxies() {
    let galaxies = Self.sample.galaxies
    #expect(galaxies.contains { $0.curve.gasSpeed.contains { $0 < 0 } })
    #expect(galaxies.contains { $0.curve.bulgeSpeed.contains { $0 > 0 } })
    #expect(galaxies.contains { $0.curve.bulgeSpeed.allSatisfy { $0 == 0 } })
    #expect(galaxies.contains { $0.flatSpeed.isNaN })
    #expect(galaxies.contains { $0.flatSpeed > 100 })
    #expect(Set(galaxies.map(\.quality)).isSubset(of: [1, 2, 3]))
    #expect(galaxies.allSatisfy { (35...85).contains($0.inclination) })
  }

  @Test func knowsItsTruth() throws {
    #expect(Self.sample.truth.map(\.galaxy) == Self.sample.galaxies.map(\.name))
    for (truth, galaxy) in zip(Self.sample.truth, Self.sample.galaxies) {
      #expect(
        truth.values.map(\.name) == ["omega", "k", "r_t", "upsilon_disk", "upsilon_bulge"])
      let values = truth.values.map(\.value)
      #expect(values[0] > 0 && values[0] < 200)
      #expect(values[1] > 0.1 && values[1] < 20)
      #expect(values[2] == values[1] * galaxy.diskScaleLength)
      #expect(values[2] < galaxy.curve.radius[galaxy.curve.count - 1])
      #expect(values[3...] == [0.5, 0.7])
    }
  }

  @Test func obeysItsLawWithoutNoise() {
    let sample = MockSample(seed: 3, galaxies: 50, noise: 0)
    for residual in residuals(of: sample) { #expect(abs(residual.speed) <= 0.005001) }
    #expect(sample.galaxies.allSatisfy { $0.curve.observedSpeedError.allSatisfy { $0 == 0.1 } })
  }

  @Test func scattersByItsStatedErrors() {
    let sample = MockSample(seed: 5, galaxies: 300, noise: 2)
    let deviates = residuals(of: sample).map { $0.speed / $0.error }
    let count = Double(deviates.count)
    let reduced = deviates.reduce(0) { $0 + $1 * $1 } / count
    // The standard deviation of a reduced chi-squared of n points is √(2 / n); five of them.
    let tolerance = 5 * (2 / count).squareRoot()
    #expect(abs(reduced - 1) < tolerance)
    // Errors that are 10 % off would be noticed.
    #expect(abs(reduced / 1.21 - 1) > tolerance)
  }

  @Test func equalsItsPublishedForm() throws {
    let report = InputReport()
    let reading = DatasetReaders.read(
      DatasetFiles([
        ("points", SourceText(name: "points.csv", text: Self.sample.pointsText)),
        ("catalogue", SourceText(name: "catalogue.csv", text: Self.sample.catalogueText)),
      ]), as: try #require(DatasetReaders.reader(named: "csv")), report)
    try report.check()
    #expect(reading.galaxies.map(\.name) == Self.sample.galaxies.map(\.name))
    for (read, made) in zip(reading.galaxies, Self.sample.galaxies) {
      #expect(read.curve == made.curve)
      for column in GalaxyColumn.all {
        #expect(
          column.value(of: read).isNear(column.value(of: made), relative: 0), "\(column.name)")
      }
    }
  }

  @Test func beginsWithTheGalaxiesOfASmallerOne() {
    let small = MockSample(seed: 1, galaxies: 3)
    #expect(Self.sample.pointsText.hasPrefix(small.pointsText))
    #expect(MockSample(seed: 2, galaxies: 3).pointsText != small.pointsText)
    #expect(MockSample(seed: -1, galaxies: 3).pointsText != small.pointsText)
  }

  @Test func saysHowItWasMade() {
    #expect(
      Self.sample.dataset.notes == [
        "generated from seed 1: 24 galaxies with errors of about 2.0 km/s; the truth of each is "
          + "known"
      ])
  }

  /// Observed speed less that of the law, and the stated error, point by point.
  private func residuals(of sample: MockSample) -> [(speed: Double, error: Double)] {
    zip(sample.galaxies, sample.truth).flatMap { galaxy, truth in
      let (omega, taper) = (truth.values[0].value, truth.values[2].value)
      let curve = galaxy.curve
      return curve.radius.indices.map { index in
        let (gas, disk, bulge) =
          (curve.gasSpeed[index], curve.diskSpeed[index], curve.bulgeSpeed[index])
        let squared = abs(gas) * gas + 0.5 * disk * disk + 0.7 * bulge * bulge
        let radius = curve.radius[index]
        let speed = max(0, squared).squareRoot() + omega * radius / (1 + radius / taper)
        return (curve.observedSpeed[index] - speed, curve.observedSpeedError[index])
      }
    }
  }
}
