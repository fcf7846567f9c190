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
    let results = plan.spec.resultsPerGalaxy
    let factors = [
      count(plan.spec.cellCount, "cell", "cells"),
      count(plan.sample.galaxies.count, "galaxy", "galaxies"),
      "\(results.0) \(results.1)",
    ]
    return factors.joined(separator: " × ") + " = " + count(plan.unitCount, "unit", "units")
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number.grouped) \(number == 1 ? one : many)"
  }
}
