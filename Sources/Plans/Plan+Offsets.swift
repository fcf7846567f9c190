import Galaxies
import Specs
import Steps
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

  /// The curves that steps over points look at where no offsets are computed.
  var curvesForSteps: OffsetComputation? {
    guard spec.offset == nil, spec.analyses.contains(where: { $0 is PointsStep }) else {
      return nil
    }
    return Self.curves(of: spec, sample, names: dataset.galaxies.map(\.name))
  }
}
