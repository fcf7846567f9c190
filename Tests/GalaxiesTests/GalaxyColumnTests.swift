import Galaxies
import TestKit
import Testing

@Suite("Columns of galaxies", .limited)
struct GalaxyColumnTests {
  /// What a column reads is what stands where it is stored, and nothing else.
  @Test func readWhatIsStored() {
    let none: [Double] = []
    let curve = RotationCurve(
      radius: none, observedSpeed: none, observedSpeedError: none, gasSpeed: none,
      diskSpeed: none, bulgeSpeed: none, diskSurfaceBrightness: none, bulgeSurfaceBrightness: none)
    for (place, column) in GalaxyColumn.all.enumerated() {
      guard let field = column.field else { continue }
      var galaxy = Galaxy(name: "made", curve: curve)
      #expect(column.value(of: galaxy).isNaN)
      galaxy[keyPath: field] = Double(place)
      #expect(column.value(of: galaxy) == Double(place))
    }
  }
}
