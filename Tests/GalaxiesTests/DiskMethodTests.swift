import Galaxies
import TestKit
import Testing

@Suite("The methods for a disk", .limited)
struct DiskMethodTests {
  @Test func haveStableNames() {
    #expect(DiskMethod.allCases.map { $0.rawValue } == ["v1_thin_disk_rings", "v2_thin_disk"])
  }

  /// Bit patterns of V² from a release build on one machine; every build and machine has them.
  @Test func keepTheirBits() {
    let disk = SurfaceDensity(radius: [0.5, 1, 2, 4], density: [90, 60, 0.1, 7])
    let thick: [DiskThickness] = [.sech2(scaleHeight: 0.3), .exponential(scaleHeight: 0.2)]
    let found =
      DiskMethod.rings.squaredSpeeds(of: disk) + DiskMethod.accurate.squaredSpeeds(of: disk)
      + thick.flatMap { DiskMethod.accurate.squaredSpeeds(of: disk, thickness: $0) }
    let pinned = [
      "0", "408aad813011fa50", "4096d378c12072e0", "40a1a6d22724bc8b",
      "409b31174d14818c", "40a0bb2b96adf521", "4090bcfe8354e889", "4046475077f633a5",
      "4091f352581e3144", "409981dba02dee2b", "40900330719abfc4", "406ccfdb88481627",
      "4092964cd01a3b50", "4099fd1c156fafa2", "409001a7200a3a20", "406b5088d295b0e0",
    ]
    #expect(found.map { String($0.bitPattern, radix: 16) } == pinned)
  }
}
