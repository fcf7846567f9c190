import Galaxies
import Plans
import Specs
import Support
import Testing

/// Three small galaxies, so that every number of a test can be worked out by hand.
///
///     galaxy  hubble_type  inclination  r_disk  v_flat  quality  points  r_max
///     Alpha             1           60       2     100        1       6      6
///     Beta              5           40       3      50        2       4      8
///     Gamma            10           20       –       –        3       2      1
enum MadeUp {
  static let galaxies: [Galaxy] = [
    galaxy("Alpha", type: 1, inclination: 60, disk: 2, flat: 100, quality: 1, step: 1, count: 6),
    galaxy("Beta", type: 5, inclination: 40, disk: 3, flat: 50, quality: 2, step: 2, count: 4),
    galaxy(
      "Gamma", type: 10, inclination: 20, disk: .nan, flat: .nan, quality: 3, step: 0.5, count: 2),
  ]

  static let inputs = [
    Dataset.Input(role: "curves", sha256: String(repeating: "c", count: 64), bytes: 20),
    Dataset.Input(role: "catalogue", sha256: String(repeating: "a", count: 64), bytes: 10),
  ]

  static let dataset = Dataset(name: "made-up", galaxies: galaxies, inputs: inputs)

  /// Speeds rise by ten a point with errors of 1, 2, 3 and so on; the disk has half of the speed.
  private static func galaxy(
    _ name: String, type: Double, inclination: Double, disk: Double, flat: Double, quality: Double,
    step: Double, count: Int
  ) -> Galaxy {
    let numbers = (1...count).map(Double.init)
    let zeros = numbers.map { _ in 0.0 }
    var galaxy = Galaxy(
      name: name,
      curve: RotationCurve(
        radius: numbers.map { $0 * step }, observedSpeed: numbers.map { 10 * $0 },
        observedSpeedError: numbers, gasSpeed: zeros, diskSpeed: numbers.map { 5 * $0 },
        bulgeSpeed: zeros, diskSurfaceBrightness: zeros, bulgeSurfaceBrightness: zeros))
    galaxy.hubbleType = type
    galaxy.inclination = inclination
    galaxy.diskScaleLength = disk
    galaxy.flatSpeed = flat
    galaxy.quality = quality
    return galaxy
  }

  /// A spec of this dataset that fits two models, with further members.
  static func spec(_ more: String = "", models: String = #"["linear", "rational-taper"]"#) -> String
  {
    """
    {
      "upsilon": 1,
      "name": "test",
      "dataset": "made-up",
      "model": {"fit": \(models)}\(more.isEmpty ? "" : ",\n  \(more)")
    }
    """
  }

  /// Reads a spec and, if that shows no mistake, works it out against this dataset.
  static func plan(
    _ source: SourceText, dataset: Dataset = dataset, _ report: InputReport
  ) -> Plan? {
    guard let node = JSONParser.parse(source, report),
      let spec = ExperimentSpec.checked(node, report),
      !report.hasErrors
    else { return nil }
    return try? Plan(spec, dataset, report)
  }

  /// The plan of a spec without mistakes.
  static func plan(_ text: String, dataset: Dataset = dataset) throws -> Plan {
    let report = InputReport()
    let plan = plan(SourceText(name: "test.json", text: text), dataset: dataset, report)
    #expect(report.diagnostics.filter { $0.severity == .error }.map(\.rendered) == [])
    return try #require(plan)
  }
}
