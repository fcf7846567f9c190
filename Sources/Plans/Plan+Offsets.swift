import Galaxies
import Specs
import Steps
import Support
import Tables

extension Plan {
  /// The curves of a sample, prepared for offsets with the settings of a spec or their defaults.
  static func curves(
    of spec: ExperimentSpec, _ sample: Sample, names: [String]
  ) -> OffsetComputation {
    let chosen = spec.methods.first { $0.family == OffsetMethod.family }?.version
    return OffsetComputation(
      over: spec.grid, spec.offset ?? OffsetSettings(),
      by: chosen.flatMap { OffsetMethod(rawValue: $0) } ?? .eachAlone, of: sample.galaxies,
      positions: sample.positions, names: names)
  }

  /// Whether nobody reads the table of offsets but regressions that fit each cell by itself: its
  /// units then stand in no record, and are measured where they are fitted.
  static func scansOffsets(_ spec: ExperimentSpec) -> Bool {
    guard spec.offset != nil, let wanted = spec.outputs.tables else { return false }
    let needed = Self.needed(wanted.map(\.value), by: spec.analyses)
    return !wanted.contains { $0.value == TableName.offsets }
      && spec.analyses.allSatisfy { step in
        !step.mentionedTables.contains(TableName.offsets)
          && (step.input.value != TableName.offsets
            || (step as? RegressStep)?.fitsCellsAlone(needed) == true)
      }
  }

  /// The regressions that are fitted where offsets are measured.
  var scanningSteps: [RegressStep] {
    spec.analyses.compactMap { $0 as? RegressStep }.filter { $0.input.value == TableName.offsets }
  }

  /// The curves that steps over points look at where no offsets are computed.
  var curvesForSteps: OffsetComputation? {
    guard spec.offset == nil, spec.analyses.contains(where: { $0 is PointsStep }) else {
      return nil
    }
    return Self.curves(of: spec, sample, names: dataset.galaxies.map(\.name))
  }
}
