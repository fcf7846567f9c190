import Galaxies
import Numerics
import TestKit
import Testing

@Suite("The attraction of a disk")
struct DiskAttractionTests {
  static let disk = ExponentialDisk(centralDensity: 1e10 / (8e6 * .pi), scaleLength: 2)

  /// Radii of a table, in scale lengths.
  static let tables: [[Double]] = [
    (1...60).map { 0.25 * Double($0) },
    (0..<60).map { 0.01 * Elementary.exp(Elementary.log(1500) * Double($0) / 59) },
    (0..<60).map { 0.7 + 14.3 / 59 * Double($0) },
    (0..<400).map { 0.05 + 19.95 / 399 * Double($0) },
    [1, 3], [0.5, 2.5, 2.6, 7],
  ]

  static func table(of radii: [Double]) -> SurfaceDensity {
    let radii = radii.map { $0 * disk.scaleLength }
    return SurfaceDensity(radius: radii, density: radii.map(disk.density(at:)))
  }

  @Test(arguments: tables)
  func agreesWithFreeman(_ radii: [Double]) {
    let places = (1...160).map { 0.0937 * Double($0) } + radii.map { $0 * Self.disk.scaleLength }
    let found = DiskMethod.accurate.squaredSpeeds(of: Self.table(of: radii), at: places)
    var worst = 0.0
    for (place, value) in zip(places, found) {
      worst = max(worst, abs(value / Self.disk.squaredSpeed(at: place) - 1))
    }
    print(worst)
    #expect(worst < 1e-9)
  }
  static let thick: [(Double, Double)] = [
    (0.5, 29.233), (1, 48.889), (2, 72.421), (4, 87.857), (8, 78.900), (20, 47.690),
  ]
  @Test func agreesThick() {
    let found = DiskMethod.accurate.squaredSpeeds(
      of: Self.table(of: Self.tables[0]), at: Self.thick.map { $0.0 },
      thickness: .sech2(scaleHeight: 0.3))
    for (value, row) in zip(found, Self.thick) {
      print(value.squareRoot() * (4.301e-6 / Constants.gravity).squareRoot(), row.1)
    }
  }
}
