import Galaxies
import Numerics
import TestKit
import Testing

@Suite("The accurate disk", .limited, .slow)
struct AccurateDiskTests {
  /// 1e10 M☉ with a scale length of 2 kpc.
  static let disk = ExponentialDisk(centralDensity: 1e10 / (8e6 * .pi), scaleLength: 2)

  /// Radii of tables, in scale lengths: even, logarithmic, from further out, dense, few.
  static let tables: [[Double]] = [
    (1...60).map { 0.25 * Double($0) },
    (0..<60).map { 0.01 * Elementary.exp(Elementary.log(1500) * Double($0) / 59) },
    (0..<60).map { 0.7 + 14.3 / 59 * Double($0) },
    (0..<400).map { 0.05 + 19.95 / 399 * Double($0) },
    [1, 3],
    [0.5, 2.5, 2.6, 7],
  ]

  static func table(at radii: [Double], _ density: (Double) -> Double) -> SurfaceDensity {
    SurfaceDensity(radius: radii, density: radii.map(density))
  }

  @Test(arguments: tables)
  func agreesWithFreemanAtAndBetweenTheRadii(inScaleLengths: [Double]) {
    let radii = inScaleLengths.map { $0 * Self.disk.scaleLength }
    let table = Self.table(at: radii, Self.disk.density)
    let places = (1...32).map { 0.47 * Double($0) } + radii.prefix(60) + [0.001, 60]
    let found = DiskMethod.accurate.squaredSpeeds(of: table, at: places)
    for (place, value) in zip(places, found) {
      #expect(value.isNear(Self.disk.squaredSpeed(at: place), relative: 2e-10), "\(place) kpc")
    }
  }

  @Test(arguments: ["sech2", "exponential"])
  func agreesWithTheHankelTransformOfAThickDisk(kind: String) throws {
    let row = try #require(try DiskReference.read().thick.first { $0.thickness == kind })
    let thickness: DiskThickness =
      kind == "sech2" ? .sech2(scaleHeight: 0.3) : .exponential(scaleHeight: 0.3)
    let table = Self.table(at: Self.tables[0].map { 2 * $0 }, Self.disk.density)
    let found = DiskMethod.accurate.squaredSpeeds(of: table, at: row.at, thickness: thickness)
    for (index, value) in found.enumerated() {
      #expect(value.isNear(row.squaredSpeeds[index], relative: 1e-8), "\(row.at[index]) kpc")
    }
  }

  @Test(arguments: [
    "M33 gas", "M33 stars", "zeros", "ring", "two points", "one point", "rising to the end",
    "steep",
  ])
  func agreesWithAdaptiveQuadrature(name: String) throws {
    let profile = try #require(try DiskReference.read().profiles.first { $0.name == name })
    let table = SurfaceDensity(radius: profile.radius, density: profile.density)
    let found = DiskMethod.accurate.squaredSpeeds(of: table, at: profile.at)
    let scale = profile.squaredSpeeds.map { $0.magnitude }.max() ?? 0
    for (index, value) in found.enumerated() {
      #expect(
        value.isNear(profile.squaredSpeeds[index], relative: 1e-8, absolute: 1e-9 * scale),
        "\(profile.at[index]) kpc")
    }
  }

  /// Kuzmin's disk, Σ = M a / 2π (R² + a²)^(3/2), has V² = G M R² / (R² + a²)^(3/2).
  @Test func agreesWithKuzmin() {
    let (mass, a) = (1e10, 2.0)
    func cube(_ radius: Double) -> Double {
      let square = radius * radius + a * a
      return square * square.squareRoot()
    }
    let radii = (0..<300).map { 0.02 * Elementary.exp(Elementary.log(1e4) * Double($0) / 299) }
    let table = Self.table(at: radii) { 1e-6 * mass * a / (2 * .pi * cube($0)) }
    let places = [0.3, 1, 2, 3.3, 5, 8, 12]
    for (place, value) in zip(
      places, DiskMethod.accurate.squaredSpeeds(of: table, at: places))
    {
      let exact = Constants.gravity * mass * place * place / cube(place)
      #expect(value.isNear(exact, relative: 1e-4), "\(place) kpc")
    }
  }

  /// Mestel's disk, Σ ∝ 1/R, has V² = 2πGΣR at every radius; the table ends, so it is less exact.
  @Test func agreesWithMestelInTheMiddleOfATable() {
    let radii = (0..<120).map { 0.01 * Elementary.exp(Elementary.log(1e6) * Double($0) / 119) }
    let table = Self.table(at: radii) { 100 / $0 }
    for value in DiskMethod.accurate.squaredSpeeds(of: table, at: [5, 10, 20]) {
      #expect(value.isNear(2e8 * .pi * Constants.gravity, relative: 2e-3))
    }
  }

  @Test func pullsOutwardInsideAHole() {
    let gas = HoledGasDisk(mass: 1e9, scaleLength: 3, holeScaleLength: 1.2, depth: 1)
    let table = Self.table(at: (1...400).map { 0.1 * Double($0) }, gas.density)
    let places = [0.5, 1, 2, 3.05, 6, 15]
    let speeds = DiskMethod.accurate.squaredSpeeds(of: table, at: places)
    #expect(speeds[0] < 0)
    for (place, value) in zip(places, speeds) {
      let speed = gas.speed(at: place)
      #expect(
        value.isNear(speed * speed.magnitude, relative: 2e-3, absolute: 0.1), "\(place) kpc")
    }
  }

  @Test(arguments: [1e-2, 1e-4, 1e-6])
  func tendsToTheThinDisk(height: Double) {
    let table = Self.table(at: Self.tables[0].map { 2 * $0 }, Self.disk.density)
    let places = [0.5, 1.3, 4, 20]
    let thin = DiskMethod.accurate.squaredSpeeds(of: table, at: places)
    for thickness: DiskThickness in [
      .sech2(scaleHeight: height), .exponential(scaleHeight: height),
    ] {
      let thick = DiskMethod.accurate.squaredSpeeds(of: table, at: places, thickness: thickness)
      for (one, other) in zip(thin, thick) {
        #expect(other < one && other.isNear(one, relative: 3 * height))
      }
    }
  }

  @Test func hasNoSpeedInTheCentreAndNoneWithoutMatter() {
    let table = Self.table(at: [1, 2, 3], Self.disk.density)
    #expect(DiskMethod.accurate.squaredSpeeds(of: table, at: [0]) == [0])
    let empty = SurfaceDensity(radius: [1, 2, 3], density: [0, 0, 0])
    #expect(DiskMethod.accurate.squaredSpeeds(of: empty) == [0, 0, 0])
  }

  @Test(arguments: [
    [1.0, 1e-5, 1e-10], [1e-10, 1e-5, 1], [1e-300, 1e300, 1e-300], [3e-308, 0, 3e-308], [1, 1, 1],
  ])
  func hasFiniteSpeedsForWildTables(densities: [Double]) {
    let table = SurfaceDensity(radius: [10, 10.02, 10.04], density: densities)
    for value in DiskMethod.accurate.squaredSpeeds(of: table, at: [1e-9, 5, 10, 10.03, 1e3]) {
      #expect(value.isFinite)
    }
  }

  @Test func pullsAsItsMassFarOut() {
    let table = Self.table(at: Self.tables[0].map { 2 * $0 }, Self.disk.density)
    let squared = DiskMethod.accurate.squaredSpeeds(of: table, at: [1e4])[0]
    #expect(squared.isNear(Constants.gravity * 1e10 / 1e4, relative: 1e-6))
  }
}
