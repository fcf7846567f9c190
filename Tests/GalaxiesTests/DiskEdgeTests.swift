import Galaxies
import Numerics
import TestKit
import Testing

@Suite("The edge of a disk", .limited)
struct DiskEdgeTests {
  private static let radii = (1...24).map { 0.25 * Double($0) }
  private static let uniform = SurfaceDensity(radius: radii, density: radii.map { _ in 8 })

  /// The speeds at some radii, km/s.
  private static func speeds(_ disk: SurfaceDensity, at radii: [Double]) -> [Double] {
    DiskMethod.accurate.squaredSpeeds(of: disk, at: radii).map { $0.squareRoot() }
  }

  /// A gas of 8 M☉/pc² out to 6 kpc, as a referee worked it out.
  @Test func changesTheSpeedsInsideIt() {
    let continued = Self.speeds(Self.uniform, at: [2.75, 5.25])
    let ended = Self.speeds(Self.uniform.endingInZero, at: [2.75, 5.25])
    for (found, known) in zip(continued + ended, [10.2, 21.5, 12.0, 27.7]) {
      #expect(found.isNear(known, absolute: 0.05))
    }
  }

  @Test func isThatOfATableWithZerosAfterIt() {
    for more in [[6.25], [6.25, 6.5, 9]] {
      let explicit = SurfaceDensity(
        radius: Self.radii + more, density: Self.uniform.density + more.map { _ in 0 })
      #expect(
        Self.speeds(explicit, at: Self.radii)
          == Self.speeds(Self.uniform.endingInZero, at: Self.radii))
    }
  }

  @Test(arguments: [
    ([2.0, 3], [5.0, 1], [2.0, 3, 4]), ([2], [5], [2, 4]),
    ([1, 1.5, 4], [0, 2, 0], [1, 1.5, 4, 6.5]),
  ])
  func liesOneStepBeyondTheLastRadius(_ radius: [Double], _ density: [Double], _ ended: [Double]) {
    let disk = SurfaceDensity(radius: radius, density: density).endingInZero
    #expect(disk.radius == ended)
    #expect(disk.density == density + [0])
  }

  @Test func isLeftOutWhereThereIsNoSuchRadius() {
    let disk = SurfaceDensity(radius: [1e307, 1.7e308], density: [1, 1])
    #expect(disk.endingInZero == disk)
  }

  // MARK: Masses

  /// What the uniform disk has between 0.25 and 6 kpc.
  private static let uniformMass = 8e6 * Double.pi * 35.9375

  private static func mass(_ disk: SurfaceDensity, _ method: DiskMethod = .accurate) -> DiskMass {
    method.mass(of: disk, tabulatedFrom: disk.radius[0], through: disk.lastRadius)
  }

  /// An exponential disk has M (1 − (1 + x) e^(−x)) inside x scale lengths.
  @Test func hasAnExponentialDiskOnBothSidesOfIt() {
    let (mass, scale) = (1e10, 2.0)
    let central: Double = mass / (8e6 * Double.pi)
    let disk = ExponentialDisk(centralDensity: central, scaleLength: scale)
    let radii = (2...12).map { 0.5 * Double($0) }
    let found = Self.mass(SurfaceDensity(radius: radii, density: radii.map(disk.density)))
    func inside(_ radius: Double) -> Double {
      let x: Double = radius / scale
      return mass * (1 - (1 + x) * Elementary.exp(-x))
    }
    #expect(found.total.isNear(mass, relative: 1e-11))
    #expect(found.inside.isNear(inside(1), relative: 1e-11))
    #expect(found.tabulated.isNear(inside(6) - inside(1), relative: 1e-11))
    #expect(found.shareBeyond.isNear(1 - inside(6) / mass, relative: 1e-10))
    #expect(found.shareInside.isNear(inside(1) / mass, relative: 1e-10))
  }

  /// A density that stays the same to the last radius Rₙ falls off over Rₙ/2, so 1.5 times the
  /// tabulated mass is beyond it; a ramp of one step has little.
  @Test func hasMostOfAUniformDiskBeyondIt() {
    let found = Self.mass(Self.uniform)
    #expect(found.tabulated.isNear(Self.uniformMass, relative: 1e-12))
    let inside = 5e5 * Double.pi
    #expect(found.inside.isNear(inside, relative: 1e-12))
    #expect(found.shareBeyond.isNear(0.6, relative: 1e-10))
    let ended = DiskMethod.accurate.mass(
      of: Self.uniform.endingInZero, tabulatedFrom: 0.25, through: 6)
    #expect(ended.tabulated == found.tabulated)
    // 2π ∫ R 8 (6.25 − R) / 0.25 dR from 6 to 6.25 kpc, by w (R/2 + w/6) with a width w.
    let ramp: Double = 0.25 * (3 + 0.25 / 6)
    let beyond: Double = 16e6 * Double.pi * ramp
    #expect(ended.beyond.isNear(beyond, relative: 1e-10))
  }

  @Test func endsTheDiskOfRings() {
    let found = Self.mass(Self.uniform, .rings)
    #expect(found.inside == 0 && found.beyond == 0)
    #expect(found.tabulated.isNear(Self.uniformMass, relative: 1e-3))
  }

  @Test func hasNoShareOfNoMass() {
    let found = Self.mass(SurfaceDensity(radius: [1, 2], density: [0, 0]))
    #expect(found.total == 0)
    #expect(found.shareBeyond.isNaN && found.shareInside.isNaN)
  }

  @Test func belongsToATableOfOneRadiusAsWell() {
    let found = Self.mass(SurfaceDensity(radius: [2], density: [5]))
    #expect(found.tabulated == 0)
    let inside = 20e6 * Double.pi
    #expect(found.inside.isNear(inside, relative: 1e-12))
    #expect(found.beyond > 0)
  }
}
