import Plans
import Specs
import Support
import Tables

/// The parts of a plan as lines for people.
enum PlanView {
  /// How many galaxies and points the cuts keep.
  static func flow(of sample: Sample, from count: Int) -> String {
    "\(count.grouped) → " + sample.galaxies.count.counted("galaxy", "galaxies") + ", "
      + sample.pointCount.counted("point", "points")
  }

  /// The product of cells, galaxies and models; the steps where nothing is computed for them.
  static func product(of plan: Plan) -> String {
    if plan.allComputations.isEmpty {
      return "no units, " + plan.spec.analyses.count.counted("analysis", "analyses")
    }
    let results = plan.spec.resultsPerGalaxy
    let factors = [
      plan.spec.cellCount.counted("cell", "cells"),
      plan.sample.galaxies.count.counted("galaxy", "galaxies"),
      "\(results.0) \(results.1)",
    ]
    return factors.joined(separator: " × ") + " = " + plan.unitCount.counted("unit", "units")
  }

  /// The quantities of the galaxy that the spec names with their ranges, and the priors of
  /// parameters; a line each.
  static func free(_ spec: ExperimentSpec) -> [(kind: String, text: String)] {
    spec.free.map { quantity in
      quantity.range.fixedValue.map { ("fixed", "\(quantity.name): \($0.text)") }
        ?? ("free", "\(quantity.name): \(quantity.range.text)")
    }
      + spec.bounds.compactMap { rule in
        rule.range.prior.map { prior in
          let text = prior.isFlat ? rule.range.text : prior.text
          return ("prior", "\(rule.model) \(rule.parameter): \(text)")
        }
      }
  }
}
