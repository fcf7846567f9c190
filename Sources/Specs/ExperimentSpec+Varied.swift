package import Models
package import Support
import Tables

extension ExperimentSpec {
  /// Every quantity that fits of a model may vary, with its range.
  package func quantities(
    of model: String
  ) -> [(quantity: Quantity, name: String, range: QuantityRange)] {
    bounds.filter { $0.model == model }.enumerated().map {
      (.parameter($0), $1.parameter, $1.range)
    } + free.map { (.galaxy($0.parameter), $0.name, $0.range) }
  }

  /// Those among them that neither a range of one value nor an axis fixes.
  package func variedQuantities(
    of model: String
  ) -> [(quantity: Quantity, name: String, range: QuantityRange)] {
    quantities(of: model).filter { quantity in
      quantity.range.fixedValue == nil && !grid.contains { $0.name == quantity.name }
    }
  }

  /// Refuses models of which more quantities are free together than a fit can vary.
  ///
  /// - Parameters:
  ///   - models: The models that are fitted.
  ///   - bounds: The range of every parameter of every model.
  ///   - free: The quantities of the galaxy that are free.
  ///   - axes: The names of the axes, which fix what they stand for.
  ///   - place: Where the last of the quantities of the galaxy is freed.
  ///   - report: Receives what is wrong.
  package static func checkVaried(
    _ models: [String], _ bounds: [ParameterBounds], _ free: [FreeQuantity], fixed axes: [String],
    at place: Place?, _ report: InputReport
  ) {
    let galaxy = free.count { $0.range.fixedValue == nil }
    for model in models {
      let own = bounds.count {
        $0.model == model && $0.range.fixedValue == nil && !axes.contains($0.parameter)
      }
      guard own + galaxy > FreeLanes.capacity else { continue }
      report.error(
        "model '\(model)' has \(own) free parameters beside \(galaxy) free quantities of the "
          + "galaxy, and a fit varies at most \(FreeLanes.capacity) together", at: place,
        help: "free fewer of the galaxy, or fix a parameter: an axis of one value does")
    }
  }
}
