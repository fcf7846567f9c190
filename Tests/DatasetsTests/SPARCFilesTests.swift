import Datasets
import Galaxies
import Support
import TestKit
import Testing

/// What is known of the published files; without `UPSILON_DATA` there are none to read.
@Suite("The published SPARC", .limited, .enabled(if: RealFiles.exist, RealFiles.advice))
struct SPARCFilesTests {
  static func sparc() throws -> DatasetReading {
    let report = InputReport()
    let reading = DatasetReaders.read(
      DatasetFiles([
        ("catalogue", try RealFiles.source("SPARC_Lelli2016c.mrt")),
        ("curves", try RealFiles.source("MassModels_Lelli2016c.mrt")),
      ]), as: try #require(DatasetReaders.reader(named: "sparc")), report)
    try report.check()
    return reading
  }

  @Test func hasEveryGalaxyAndPoint() throws {
    let galaxies = try Self.sparc().galaxies
    #expect(galaxies.count == 175)
    #expect(galaxies.reduce(0) { $0 + $1.curve.count } == 3391)
    #expect(galaxies.first?.name == "CamB")
    #expect(galaxies.map { $0.curve.count }.min() == 4)
    #expect(galaxies.max { $0.curve.count < $1.curve.count }?.name == "UGC02953")
  }

  @Test func keepsTheSignOfTheGasSpeed() throws {
    let galaxies = try Self.sparc().galaxies
    let negative = galaxies.map { $0.curve.gasSpeed.count { $0 < 0 } }
    #expect(negative.reduce(0, +) == 361)
    #expect(negative.count { $0 > 0 } == 48)
    #expect(galaxies.count { $0.curve.bulgeSpeed.contains { $0 != 0 } } == 32)
  }

  @Test func takesZeroForMissingWhereItMeansThat() throws {
    let galaxies = try Self.sparc().galaxies
    func missing(_ field: KeyPath<Galaxy, Double>) -> Int {
      galaxies.count { $0[keyPath: field].isNaN }
    }
    #expect(missing(\.flatSpeed) == 40)
    #expect(missing(\.flatSpeedError) == 40)
    #expect(missing(\.hydrogenRadius) == 4)
    #expect(missing(\.luminosityError) == 1)
    #expect(galaxies.first { $0.luminosityError.isNaN }?.name == "UGCA444")
    #expect(missing(\.diskScaleLength) == 0)
    let points = galaxies.reduce(0) { sum, galaxy in
      sum + galaxy.curve.diskSurfaceBrightness.count { $0.isNaN }
    }
    #expect(points == 280)
  }

  @Test func hasTheFlagsAndAnglesOfThePaper() throws {
    let galaxies = try Self.sparc().galaxies
    let flags = [1.0, 2, 3].map { flag in galaxies.count { $0.quality == flag } }
    #expect(flags == [99, 64, 12])
    #expect(galaxies.count { $0.inclination == 30 } == 5)
    #expect(galaxies.count { $0.inclination == 90 } == 11)
  }

  @Test func readsARowOfTheCatalogueThroughItsWrongHeader() throws {
    let galaxy = try #require(try Self.sparc().galaxies.first { $0.name == "DDO064" })
    #expect(galaxy.hubbleType == 10 && galaxy.distance == 6.8 && galaxy.distanceError == 2.04)
    #expect(galaxy.distanceMethod == 1 && galaxy.inclination == 60)
    #expect(galaxy.luminosity == 0.157 && galaxy.luminosityError == 0.007)
    #expect(galaxy.effectiveRadius == 1.2 && galaxy.effectiveSurfaceBrightness == 17.41)
    #expect(galaxy.diskScaleLength == 0.69 && galaxy.diskCentralSurfaceBrightness == 151.65)
    #expect(galaxy.hydrogenMass == 0.211 && galaxy.hydrogenRadius == 3.49)
    #expect(galaxy.flatSpeed == 46.1 && galaxy.flatSpeedError == 3.9 && galaxy.quality == 1)
  }

  @Test func saysWhatWasDone() throws {
    #expect(
      try Self.sparc().notes == [
        "catalogue: the declared byte columns contradict 175 of 175 rows (line 99: 'D' must be a "
          + "number, not '0   3.'), so rows are split on white space into 19 fields",
        "catalogue: a zero is taken for a missing value: v_flat of 40 galaxies, e_v_flat of 40 "
          + "galaxies, r_hi of 4 galaxies, e_luminosity of 1 galaxy",
        "curves: v_gas is negative in 361 points of 48 galaxies: the gas pulls outward there, and "
          + "the sign is kept",
        "curves: sb_disk is zero in 280 points, which is taken for missing",
      ])
  }

  @Test func isTheSameWithEitherLineEnd() throws {
    let lf = try RealFiles.bytes("MassModels_Lelli2016c.mrt")
    let crlf = lf.flatMap { $0 == UInt8(ascii: "\n") ? Array("\r\n".utf8) : [$0] }
    #expect(
      Fingerprint(of: crlf).description
        == "9108994b12cc401b94a1768beca61c53ec354779385c9c9cc571049f3043244c")
    let report = InputReport()
    let mistakes = Mistakes(report)
    let one = try #require(MassModels(SourceText(name: "lf", bytes: lf), mistakes))
    let other = try #require(MassModels(SourceText(name: "crlf", bytes: crlf), mistakes))
    mistakes.finish()
    try report.check()
    #expect(sameCurves(one.curves, other.curves))
  }

  @Test func isTheSameInTheArchive() throws {
    let report = InputReport()
    let files = try RealFiles.archive()
    #expect(files.count == 175)
    let reading = DatasetReaders.read(
      DatasetFiles(files.map { ("curves", $0.source) }),
      as: try #require(DatasetReaders.reader(named: "rotmod")), report)
    try report.check()
    let sparc = try Self.sparc().galaxies
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    #expect(reading.galaxies.map(\.name) == sparc.map(\.name))
    #expect(reading.galaxies.map(\.distance) == sparc.map(\.distance))
    for (one, other) in zip(reading.galaxies, sparc) {
      #expect(sameBits(one.curve, other.curve), "\(one.name)")
    }
    #expect(try reading.notes == Self.sparc().notes.filter { $0.hasPrefix("curves: ") })
  }

  private func sameCurves(_ left: [NamedCurve], _ right: [NamedCurve]) -> Bool {
    left.map(\.galaxy) == right.map(\.galaxy)
      && zip(left, right).allSatisfy { sameBits($0.curve, $1.curve) }
  }

  /// Equality that holds for missing values too.
  private func sameBits(_ left: RotationCurve, _ right: RotationCurve) -> Bool {
    PointColumn.all.allSatisfy { column in
      left[keyPath: column.field].map(\.bitPattern)
        == right[keyPath: column.field].map(\.bitPattern)
    }
  }
}
