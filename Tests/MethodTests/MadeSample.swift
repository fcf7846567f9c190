import Galaxies
import Plans
import Specs
import Steps
import Support
import Tables
import Testing

/// The galaxies that every method is tried on: generated ones, and one with all that is odd.
enum MadeSample {
  static let dataset: Dataset = {
    let mock = MockSample(seed: 11, galaxies: 6, noise: 3).dataset
    return Dataset(
      name: "made", galaxies: mock.galaxies + [odd], inputs: mock.inputs)
  }()

  /// A central hole in the gas that outweighs the disk, errors that are not positive, no flat
  /// speed.
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

  /// A spec of these galaxies.
  static func spec(_ members: String) throws -> ExperimentSpec {
    let text = #"{"upsilon": 1, "name": "made", "dataset": "made", \#(members)}"#
    let report = InputReport()
    let node = JSONParser.parse(SourceText(name: "made.json", text: text), report)
    let spec = node.flatMap { ExperimentSpec.checked($0, report) }
    #expect(report.diagnostics.map(\.rendered) == [])
    return try #require(spec)
  }

  /// The plan of a spec over these galaxies.
  static func plan(_ members: String) throws -> Plan {
    let report = InputReport()
    let plan = try Plan(try spec(members), dataset, report)
    #expect(report.diagnostics.map(\.rendered) == [])
    return plan
  }

  /// Two models by two criteria for five galaxies, with values that are missing.
  private static let rows = Table(
    TableSchema(
      "rows", axes: [], keys: ["galaxy", "model"],
      columns: [
        ColumnSchema("galaxy", .word(["A", "B", "C", "D", "E"]), ""),
        ColumnSchema("model", .word(["one", "two"]), ""), ColumnSchema("bic", ""),
        ColumnSchema("aic", ""), ColumnSchema("x", ""), ColumnSchema("y", ""),
      ]),
    rows: [
      [0, 0, 12.5, 11, 3.2, 1.7], [0, 1, 10.4, 12, 0.4, 9.1], [1, 0, 7, 9.5, 1.1, 2.5],
      [1, 1, 13.1, 4, 8.3, 0.6], [2, 0, 20, 19, 5.9, 3.3], [2, 1, 8.5, .nan, 2.2, 4.8],
      [3, 0, 6.25, 6, 7.4, 1.2], [3, 1, 5.5, 2.5, 0.9, 6.6], [4, 0, 30, 27, 4.1, 5.3],
      [4, 1, .nan, 29.5, 6.8, 2.9],
    ])

  /// The tables that steps make of made rows.
  static func made(by steps: [any Step]) -> TableSet {
    var (tables, made) = (TableSet([rows]), TableSet())
    for step in steps {
      let report = InputReport()
      let promised = step.makes(from: tables.schemas, report)
      #expect(report.diagnostics.map(\.rendered) == [])
      let context = StepContext(
        computations: [], steps: steps, needed: Set(promised.map(\.name)), methods: [:])
      let found = step.run(on: tables, context).tables
      tables.add(found)
      made.add(found)
    }
    return made
  }
}
