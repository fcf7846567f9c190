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
    let results = plan.spec.resultsPerGalaxy
    let factors = [
      "\(cells.grouped) \(cells == 1 ? "cell" : "cells")",
      "\(plan.sample.galaxies.count.grouped) galaxies",
      "\(results.0) \(results.1)",
    ]
    return "\(factors.joined(separator: " × ")) = \(plan.unitCount.grouped) units"
  }
}
