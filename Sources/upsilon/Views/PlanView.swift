import Experiments
import Support

/// The parts of a plan as lines for people.
enum PlanView {
  /// How many galaxies and points the cuts keep.
  static func flow(of sample: Sample, from count: Int) -> String {
    "\(count.grouped) → \(sample.galaxies.count.grouped) galaxies, "
      + "\(sample.pointCount.grouped) points"
  }

  /// The product of cells, galaxies and models.
  static func product(of plan: Plan) -> String {
    let cells = plan.spec.cellCount
    let models = plan.spec.models.count
    let factors = [
      "\(cells.grouped) \(cells == 1 ? "cell" : "cells")",
      "\(plan.sample.galaxies.count.grouped) galaxies",
      "\(models) \(models == 1 ? "model" : "models")",
    ]
    return "\(factors.joined(separator: " × ")) = \(plan.unitCount.grouped) units"
  }
}
