import Galaxies
import Plans
import Records
import Runs
import Shelf
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("M33", .limited)
struct M33Tests {
  private static let spec = """
    { "upsilon": 1, "name": "m33", "dataset": "m33", "model": { "fit": ["linear"] } }
    """

  private func dataset(folder: String = "/nonexistent") throws -> Dataset {
    let report = InputReport()
    let shelf = try DataShelf(folder: folder, report)
    let dataset = try shelf.dataset(.registered("m33"), relativeTo: ".", at: nil, report)
    try report.check()
    return try #require(dataset)
  }

  @Test func isReadFromTheProgramWhateverTheFolderHolds() throws {
    let directory = try TemporaryDirectory()
    try directory.write("galaxy\n", to: "m33/points.csv")
    for folder in ["/nonexistent", directory.path] {
      let dataset = try dataset(folder: folder)
      #expect(dataset.galaxies.map(\.name) == ["M33"])
      #expect(dataset.pointCount == 58)
      #expect(dataset.citation.contains("10.1051/0004-6361/201424033"))
    }
  }

  @Test func isWhatWasPublished() throws {
    let galaxy = try #require(try dataset().galaxies.first)
    #expect(galaxy.distance == 0.84 && galaxy.inclination == 52)
    let curve = galaxy.curve
    #expect(curve.radius.first == 0.24 && curve.radius.last == 22.72)
    #expect(curve.observedSpeed.first == 37.3 && curve.observedSpeed.last == 119.6)
    #expect(curve.observedSpeedError.first == 6.2 && curve.observedSpeedError.last == 13.4)
    let density = try #require(galaxy.surfaceDensity)
    #expect(density.gas.density.first == 7.12 * 1.33 && density.gas.density.last == 0.07 * 1.33)
    #expect(density.disk.density.first == 316.59 && density.disk.density.last == 0.13)
    #expect(abs(curve.observedSpeed.reduce(0, +) - 6053.4) < 1e-9)
  }

  @Test func hasTheHashesOfItsFilesAsInputs() throws {
    let inputs = try dataset().inputs
    #expect(inputs.map(\.role) == ["catalogue", "points"])
    for input in inputs {
      let path = Files.parent(of: #filePath) + "/../../data/m33/\(input.role).csv"
      let variant = FileVariant(of: try Files.read(path))
      #expect(input.sha256 == variant.sha256.description)
      #expect(input.bytes == variant.bytes)
    }
  }

  @Test func isVerifiedWithoutADataFolder() throws {
    let report = InputReport()
    let checks = try DataShelf(folder: "/nonexistent", report).verify(["m33"], report)
    #expect(
      checks.map(\.path) == ["m33/points.csv in the program", "m33/catalogue.csv in the program"])
    #expect(checks.allSatisfy { $0.isRight && $0.summary.hasPrefix("right, ") })
  }

  /// Data read → stored → read back: every number is the same, and so is what follows from it.
  @Test func comesBackFromARunToTheLastBit() throws {
    let tiny = try TinyRun()
    let plan = try TinyRun.plan(Self.spec)
    let run = try tiny.run(plan).run
    let table = try #require(try run.table("components"))
    let galaxy = try #require(plan.dataset.galaxies.first)
    let density = try #require(galaxy.surfaceDensity)
    #expect(table["radius"] == galaxy.curve.radius)
    #expect(table["sigma_gas"] == density.gas.density)
    #expect(table["sigma_star"] == density.disk.density)
    #expect(table["v_gas"] == galaxy.curve.gasSpeed)
    #expect(table["v_disk"] == galaxy.curve.diskSpeed)

    var stored = galaxy.curve
    stored.gasSpeed = table["v_gas"] ?? []
    stored.diskSpeed = table["v_disk"] ?? []
    let fromTable = Self.baryonicSpeed(of: stored)
    let fromRun = Self.baryonicSpeed(of: try #require(plan.sample.galaxies.first).curve)
    #expect(fromTable == fromRun)
    #expect(fromTable.allSatisfy { $0 > 0 })
  }

  private static func baryonicSpeed(of curve: RotationCurve) -> [Double] {
    [Double](unsafeUninitializedCapacity: curve.count) { buffer, count in
      count = curve.count
      _ = BaryonicSpeed.compute(
        curve, MassToLight(), into: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
    }
  }

  @Test func hasItsMethodInTheManifest() throws {
    let tiny = try TinyRun()
    let run = try tiny.run(try TinyRun.plan(Self.spec)).run
    #expect(
      run.manifest.spec.methods.first { $0.family == "thin_disk" }?.version == "v2_thin_disk")
    let notes = run.manifest.dataset.notes
    #expect(
      notes.prefix(2) == [
        "points: sigma_hi is hydrogen without helium: times 1.33 for the gas",
        "v_gas and v_disk of 1 galaxy are computed from surface densities by v2_thin_disk",
      ])
    #expect(run.manifest.tables.map(\.name).contains("components"))
  }
}
