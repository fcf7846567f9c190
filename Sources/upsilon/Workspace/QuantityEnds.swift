import Runs
import Specs
import Tables

/// Where the quantities of fits may lie, as far as that holds for every galaxy.
enum QuantityEnds {
  /// The ranges of a run's spec, by the names of models and of quantities; none of a spec that this
  /// program cannot read.
  static func ranges(of run: StoredRun) throws -> [String: [String: ClosedRange<Double>]] {
    guard let spec = try run.checkedSpec() else { return [:] }
    var ranges: [String: [String: ClosedRange<Double>]] = [:]
    for model in spec.models {
      for quantity in spec.quantities(of: model) where quantity.range.tie == nil {
        guard let lower = quantity.range.lower.constant, let upper = quantity.range.upper.constant,
          lower <= upper
        else { continue }
        ranges[model, default: [:]][quantity.name] = lower...upper
      }
    }
    return ranges
  }
}
