import Models
import Support

extension QuantityReading {
  /// Refuses models of which more quantities are free together than a fit can vary.
  ///
  /// - Parameters:
  ///   - parameters: The range of every parameter of every model.
  ///   - free: The quantities of the galaxy that are free, with their ranges.
  ///   - axes: The names of the axes, which fix what they stand for.
  func checkCount(
    _ parameters: [ParameterBounds], _ free: [FreeQuantity], fixed axes: [String]
  ) {
    let galaxy = free.filter { $0.range.fixedValue == nil }
    guard let last = galaxy.last?.parameter, let place = bounds.names[last] ?? priors.names[last]
    else { return }
    for model in models {
      let own = parameters.count {
        $0.model == model.name && $0.range.fixedValue == nil && !axes.contains($0.parameter)
      }
      guard own + galaxy.count > FreeLanes.capacity else { continue }
      report.error(
        "\(own) parameters of model '\(model.name)' and \(galaxy.count) quantities of the galaxy "
          + "are free, and a fit can vary \(FreeLanes.capacity) together", at: place,
        help: "free fewer of the galaxy, or fix a parameter: an axis of one value does")
    }
  }
}
