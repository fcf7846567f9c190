import Foundation
import Galaxies
import Plans
import Records
import Runs
import Shelf
import Specs
import Steps
import Support
import Tables
import TestKit
import Testing

@Suite("Files as the world writes them", .limited)
struct WorldFileTests {
  private let samples: DataSamples

  init() throws {
    samples = try DataSamples()
  }

  static let ratios = (1...16).map { Double($0) / 10 }
  static let omega = 4.5

  private func spec(_ dataset: String, _ report: InputReport) throws -> ExperimentSpec {
    let ratios = Self.ratios.map { "\($0)" }.joined(separator: ", ")
    let text = """
      {"upsilon": 1, "name": "case", "dataset": \(dataset), "model": {"fit": ["linear"]},
      "grid": {"upsilon_disk": [\(ratios)], "omega": [\(Self.omega)]}}
      """
    let source = SourceText(name: samples.path("spec.json"), text: text)
    let node = JSONParser.parse(source, report)
    let spec = node.flatMap { ExperimentSpec.checked($0, report) }
    try report.check()
    return try #require(spec)
  }

  /// The plan of the spec over the files.
  private func plan(_ world: WorldFile, _ report: InputReport) throws -> Plan {
    for file in world.files {
      try samples.directory.write(String(decoding: file.bytes, as: UTF8.self), to: file.name)
    }
    let spec = try spec(world.dataset, report)
    let dataset = try samples.shelf().dataset(
      spec.dataset, relativeTo: samples.directory.path, at: spec.datasetPlace, report)
    try report.check()
    return try Plan(spec, try #require(dataset), report)
  }

  private static let all = WorldFile.csvs + WorldFile.rotmods + WorldFile.mrts + WorldFile.tables

  @Test(arguments: all)
  func areReadOrRefusedForTheirReason(_ world: WorldFile) throws {
    let report = InputReport()
    switch world.outcome {
    case .read(let galaxies, let curve, let distance):
      let plan = try plan(world, report)
      #expect(plan.dataset.galaxies.map(\.name) == galaxies)
      for galaxy in plan.dataset.galaxies {
        #expect(
          galaxy.distance == distance || (galaxy.distance.isNaN && distance.isNaN),
          "\(galaxy.distance)")
      }
      try expect(plan, curve)
      let told = plan.dataset.notes + plan.warnings.map(\.message)
      for part in world.told {
        #expect(told.contains { $0.contains(part) }, "\(part) in \(told)")
      }
    case .refused(let messages):
      let rejected = #expect(throws: InputRejected.self) { try plan(world, report) }
      let errors = rejected?.diagnostics.filter { $0.severity == .error } ?? []
      #expect(errors.map(\.message) == messages)
    }
  }

  /// χ² is that of the curve, worked out here from the formula.
  private func expect(_ plan: Plan, _ curve: WorldFile.Curve) throws {
    let computation = try #require(plan.computations.first)
    var records = [Double](repeating: 0, count: plan.unitCount * computation.recordWidth)
    records.withUnsafeMutableBufferPointer { computation.compute(0..<plan.unitCount, into: $0) }
    let fits = try #require(plan.results(from: [records]).tables["fits"])
    let (found, ratios) = (fits.values("chi2"), fits.values("upsilon_disk"))
    #expect(found.count == Self.ratios.count * plan.dataset.galaxies.count)
    for (value, ratio) in zip(found, ratios) {
      let expected = Self.chi2(of: curve, ratio)
      #expect(
        (value - expected).magnitude <= 1e-13 * max(1, expected), "Υ = \(ratio): \(value)")
    }
  }

  private static func chi2(of curve: WorldFile.Curve, _ ratio: Double) -> Double {
    curve.radius.indices.reduce(0) { sum, i in
      let square =
        curve.gas[i] * curve.gas[i].magnitude + ratio * curve.disk[i] * curve.disk[i]
        + 0.7 * curve.bulge[i] * curve.bulge[i]
      let baryons = square < 0 ? 0 : square.squareRoot()
      let pull = (curve.speed[i] - baryons - omega * curve.radius[i]) / curve.error[i]
      return sum + pull * pull
    }
  }

  /// What is converted is known to the identity, although the bytes are the same.
  @Test func haveAnIdentityOfTheirConversions() throws {
    let cases = WorldFile.rotmods.filter {
      ["silent-rotmod-unit", "silent-distance-of-catalogue", "rotmod-five-columns"].contains(
        $0.testDescription)
    }
    let roles = try cases.map { try plan($0, InputReport()).dataset.inputs.map(\.role) }
    #expect(
      roles == [
        ["curves/AA1_rotmod.dat"], ["conversions", "curves/AA1_rotmod.dat"],
        ["catalogue", "conversions", "curves/AA1_rotmod.dat"],
      ])
  }

  @Test func areFoundAgainWithTheirConversions() throws {
    let world = try #require(
      WorldFile.rotmods.first { $0.testDescription == "silent-rotmod-unit" })
    let plan = try plan(world, InputReport())
    let inputs = plan.dataset.inputs.map {
      InputRecord(role: $0.role, sha256: $0.sha256, bytes: $0.bytes)
    }
    let checks = try samples.shelf().check(
      inputs, of: plan.spec.dataset, relativeTo: samples.directory.path)
    #expect(checks.map(\.state) == [.same])
  }
}
