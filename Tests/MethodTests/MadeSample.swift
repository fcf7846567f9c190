import Experiments
import Galaxies
import Support
import Testing

/// The galaxies that every method is tried on: generated ones, and one with all that is odd.
enum MadeSample {
  static let dataset: Dataset = {
    let mock = MockSample(seed: 11, galaxies: 6, noise: 3).dataset
    return Dataset(
      name: "made", galaxies: mock.galaxies + [odd], inputs: mock.inputs)
  }()

  /// A central hole in the gas that outweighs the disk, errors that are not positive, no flat speed.
  private static let odd: Galaxy = {
    let radius = [0.4, 0.9, 1.7, 3.1, 5.2, 8.8, 13.5]
    let zeros = radius.map { _ in 0.0 }
    var galaxy = Galaxy(
      name: "Odd",
      curve: RotationCurve(
        radius: radius, observedSpeed: [9, 16, 31, 44, 52, 57, 55],
        observedSpeedError: [2, 0, 1.5, -1, 3, 2.5, 4], gasSpeed: [-12, -9, 4, 11, 17, 21, 20],
        diskSpeed: [8, 13, 22, 27, 25, 21, 17], bulgeSpeed: [3, 2, 1, 0, 0, 0, 0],
        diskSurfaceBrightness: zeros, bulgeSurfaceBrightness: zeros))
    galaxy.inclination = 50
    galaxy.diskScaleLength = 1.3
    galaxy.luminosity = 0.8
    galaxy.effectiveRadius = 2.1
    galaxy.effectiveSurfaceBrightness = 31
    galaxy.hubbleType = 9
    return galaxy
  }()

  /// The plan of a spec over these galaxies.
  static func plan(_ members: String) throws -> Plan {
    let text = #"{"upsilon": 1, "name": "made", "dataset": "made", \#(members)}"#
    let report = InputReport()
    let node = JSONParser.parse(SourceText(name: "made.json", text: text), report)
    let spec = node.flatMap { ExperimentSpec($0, report) }
    #expect(report.diagnostics.map(\.rendered) == [])
    return try Plan(try #require(spec), dataset, report)
  }
}
