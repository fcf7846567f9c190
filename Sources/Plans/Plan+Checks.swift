import Galaxies
import Models
import Specs
import Support
import Tables

extension Plan {
  /// Tells that the cuts leave nothing, and which rule dropped the last galaxies.
  ///
  /// A rule over a column that no galaxy has drops them all, whatever it asks.
  static func refuseEmpty(
    _ sample: Sample, of dataset: Dataset, _ cuts: Cuts, _ report: InputReport
  ) {
    let flow = sample.cutFlow
    let left = flow.values("after")
    let last = left.indices.first { left[$0] == 0 }
    guard let last else { return report.error("the dataset has no galaxy", at: nil) }
    let rule = flow.text(row: last, of: "rule")
    let asked = cuts.galaxies.first { $0.canonicalText == rule }
    let unknown = GalaxyColumn.all.first { column in
      asked?.names.contains(column.name) == true
        && dataset.galaxies.allSatisfy { column.value(of: $0).isNaN }
    }
    if let unknown {
      report.error(
        "the cuts leave no galaxy: none has '\(unknown.name)', which '\(rule)' asks for",
        at: asked?.place,
        help: "give a catalogue with '\(unknown.name)', or remove the rule")
      return
    }
    let steps = (0...last).map { row in
      "'\(flow.text(row: row, of: "rule"))' leaves \(Int(left[row]).grouped)"
    }
    report.error(
      "the cuts leave no galaxy: none is left after '\(rule)'", at: nil,
      help: steps.joined(separator: ", "))
  }

  /// Refuses a plan of too many units, with the product spelled out.
  static func checkSize(_ spec: ExperimentSpec, _ sample: Sample, _ report: InputReport) {
    let factors =
      spec.grid.filter { $0.values.count > 1 }.map { ($0.values.count, $0.name) }
      + [(sample.galaxies.count, "galaxies"), spec.resultsPerGalaxy]
    let (units, overflows) = factors.reduce((1, false)) { product, factor in
      let (value, overflow) = product.0.multipliedReportingOverflow(by: factor.0)
      return (value, product.1 || overflow)
    }
    guard overflows || units > spec.limits.units else { return }
    let product = factors.filter { $0.0 > 1 }.map { "\($0.0.grouped) \($0.1)" }
      .joined(separator: " × ")
    report.error(
      "the plan has \(product) = \(overflows ? "too many to count" : units.grouped) units, more "
        + "than the limit of \(spec.limits.units.grouped)", at: spec.grid.compactMap(\.place).first,
      help: "use fewer values, or raise \"limits\": {\"units\": …}")
  }

  /// Refuses a model that no galaxy has points enough for: more than free quantities, if anything
  /// that is free has no entry in the priors.
  static func checkPoints(_ spec: ExperimentSpec, _ sample: Sample, _ report: InputReport) {
    for model in spec.models {
      let varied = spec.variedQuantities(of: model)
      let counts = sample.galaxies.map { galaxy in
        let free = varied.filter { varied in
          guard case .galaxy(let parameter) = varied.quantity else { return true }
          return parameter.exists(in: galaxy)
        }
        let isKnown = free.allSatisfy { $0.range.prior != nil }
        return (points: galaxy.curve.count, free: free.count, isKnown: isKnown)
      }
      guard let (most, free, _) = counts.max(by: { $0.points < $1.points }),
        counts.allSatisfy({ $0.points <= $0.free && !$0.isKnown })
      else { continue }
      report.error(
        "model '\(model)' has \(free.counted("free parameter", "free parameters")), and no galaxy "
          + "has more than \(most.counted("point", "points"))", at: nil,
        help:
          "loosen the cuts on points, fit a simpler model, or give all that is free an entry in "
          + "'priors'")
    }
  }
}
