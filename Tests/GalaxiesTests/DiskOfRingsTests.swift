import Galaxies
import TestKit
import Testing

@Suite("The disk of rings", .limited)
struct DiskOfRingsTests {
  @Test func agreesWithThePublishedAnalysisOfM33() throws {
    let m33 = try DiskReference.read().rings
    for (density, speeds, peak) in [
      (m33.gas, m33.gasSpeeds, 38.00), (m33.stars, m33.starSpeeds, 62.22),
    ] {
      let disk = SurfaceDensity(radius: m33.radius, density: density)
      let highest = try #require(speeds.indices.max { speeds[$0] < speeds[$1] })
      let some = [highest, 0, 1, 2] + stride(from: 3, to: disk.count, by: 6)
      let found = DiskMethod.rings.squaredSpeeds(of: disk, at: some.map { disk.radius[$0] })
        .map { $0.squareRoot() }
      // Differences of the potential from node to node lose seven digits.
      for (one, index) in zip(found, some) {
        #expect(one.isNear(speeds[index], relative: 1e-8, absolute: 1e-7))
      }
      #expect(found[0].isNear(peak, relative: 0, absolute: 0.005))
      // Nothing inside the first radius: the artefact of this method.
      #expect(found[1] == 0 && found[2] == 0)
    }
  }

  @Test func isNearTheAccurateDiskAwayFromTheEnds() throws {
    let m33 = try DiskReference.read().rings
    let disk = SurfaceDensity(radius: m33.radius, density: m33.stars)
    let middle = [4.64, 7.09, 9.53, 12.46, 15.88, 18.81]
    let rings = DiskMethod.rings.squaredSpeeds(of: disk, at: middle)
    for (one, other) in zip(rings, DiskMethod.accurate.squaredSpeeds(of: disk, at: middle)) {
      #expect(one.isNear(other, relative: 0.03))
    }
  }

  @Test func refusesAThickDisk() async {
    await #expect(processExitsWith: .failure) {
      let disk = SurfaceDensity(radius: [1, 2], density: [2, 1])
      _ = DiskMethod.rings.squaredSpeeds(of: disk, thickness: .sech2(scaleHeight: 0.3))
    }
  }

  @Test(arguments: [
    (radius: [1.0, 1], density: [1.0, 1]), ([0, 1], [1, 1]), ([1, 2], [1, -1]), ([1, 2], [1]),
  ])
  func refusesADamagedTable(_ table: (radius: [Double], density: [Double])) async {
    await #expect(processExitsWith: .failure) {
      [radius = table.radius as [Double], density = table.density as [Double]] in
      _ = SurfaceDensity(radius: radius, density: density)
    }
  }
}
