import Models
import Steps
import Support
import Tables

/// Specs that compute no units, or whose steps over points need some.
extension ExperimentSpec {
  /// Refuses what a spec without fits and offsets has no use for.
  ///
  /// - Parameters:
  ///   - block: The empty `model` block.
  ///   - axes: The axes of the grid.
  ///   - free: The places of the quantities of the galaxy that are freed.
  ///   - hasSteps: Whether there are steps, which may do without units.
  ///   - report: Receives the mistakes.
  static func checkEmpty(
    _ block: ModelReading.Block, _ axes: [JSONType<AxisValues?>.Entry], _ free: [Place],
    hasSteps: Bool, _ report: InputReport
  ) {
    if !hasSteps {
      report.error(
        "the model computes nothing", at: block.place,
        help: "give \"fit\": [models], \"offset\": {settings}, or both; or 'analyses' of the data")
    }
    for axis in axes where Axis.massToLight.contains(where: { $0.name == axis.key.value }) {
      guard let given = axis.value, given.values.count > 1 else { continue }
      report.error(
        "nothing is computed over the values of '\(axis.key.value)'", at: given.place,
        help: "give one value, or something for the model to compute")
    }
    for place in free {
      report.error(
        "nothing is fitted, so nothing can be free", at: place,
        help: "name models under \"fit\", or leave this out")
    }
  }

  /// Refuses points by the method that takes those of galaxies with an offset, without offsets.
  static func checkPoints(
    _ methods: [JSONType<Located<String>>.Entry], hasOffset: Bool, _ steps: [any Step],
    _ report: InputReport
  ) {
    guard !hasOffset, steps.contains(where: { $0 is PointsStep }),
      let chosen = methods.first(where: { $0.key.value == PointMethod.family })?.value,
      chosen.value == PointMethod.withOffset.rawValue
    else { return }
    report.error(
      "'\(chosen.value)' needs offsets", at: chosen.place,
      help: "add \"offset\": {…} to the model block, or choose \"\(PointMethod.family)\": "
        + "\"\(PointMethod.everyPoint.rawValue)\"")
  }
}
