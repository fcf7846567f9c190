import Models
import Steps
import Support
import Tables

extension ExperimentSpec {
  /// Refuses a posterior of nothing, of too much, or whose tables have names that steps take.
  ///
  /// - Parameters:
  ///   - settings: The `posterior` block.
  ///   - cards: The cards of the models that are fitted; none if they are not known.
  ///   - isFitted: Whether there are fits, as far as is known.
  ///   - bounds: The range of every parameter of every model.
  ///   - free: The quantities of the galaxy that are free.
  ///   - axes: The names of the axes, which fix what they stand for.
  ///   - steps: The analyses.
  ///   - report: Receives the mistakes.
  static func checkPosterior(
    _ settings: Located<PosteriorSettings>, _ cards: [ModelCard], isFitted: Bool,
    _ bounds: [ParameterBounds], _ free: [FreeQuantity], fixed axes: [String],
    _ steps: [any Step], _ report: InputReport
  ) {
    if !isFitted {
      report.error(
        "nothing is fitted, so that there is no posterior", at: settings.place,
        help: "name models under \"fit\", or remove the block")
    }
    let method = settings.value.method
    let galaxy = free.count { $0.range.fixedValue == nil }
    for card in cards {
      let own = bounds.count {
        $0.model == card.name && $0.range.fixedValue == nil && !axes.contains($0.parameter)
      }
      let count = own + galaxy
      if count == 0 {
        report.error(
          "nothing is free in fits of '\(card.name)', so that they have no posterior",
          at: settings.place, help: "free a quantity, or fit the model in a spec of its own")
      } else if count > method.value.mostQuantities, count <= FreeLanes.capacity {
        report.error(
          "the sampler '\(method.value.rawValue)' takes up to \(method.value.mostQuantities) free "
            + "quantities, and fits of '\(card.name)' have \(count)", at: method.place,
          help: "choose \"\(SamplerMethod.importance.rawValue)\", or free fewer")
      }
    }
    let keys = axes + ["galaxy", "model"] + DrawColumn.allCases.map(\.rawValue)
    for entry in settings.value.derive {
      let name = entry.key.value
      let isQuantity = cards.contains { card in
        card.quantities.contains { card.name(of: $0) == name }
      }
      guard isQuantity || keys.contains(name) else { continue }
      report.error(
        isQuantity
          ? "'\(name)' is a quantity of the fits already"
          : "'\(name)' is a column of every table of draws already",
        at: entry.key.place, help: "call this one something else")
    }
    for step in steps where PosteriorTable(rawValue: step.name.value) != nil {
      report.error(
        "'\(step.name.value)' is a table that the posteriors make", at: step.name.place,
        help: "call this one something else")
    }
  }
}
