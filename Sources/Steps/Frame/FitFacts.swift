/// What a step may know of the fits of its spec before anything is read or computed.
package struct FitFacts: Sendable {
  /// Whether anything but bounds is known of a quantity beforehand.
  package let hasPriors: Bool
  package let models: [Model]

  /// One model.
  package struct Model: Sendable {
    package let name: String
    /// The names of its parameters; where the first is zero the baryons are left alone.
    package let parameters: [String]
    /// The models that it becomes at bounds.
    package let limits: [Limit]

    package init(_ name: String, parameters: [String], limits: [Limit]) {
      (self.name, self.parameters, self.limits) = (name, parameters, limits)
    }
  }

  /// A model that another one becomes at a bound.
  package struct Limit: Sendable {
    /// The bound as tables have it: `r_t upper`.
    package let bound: String
    /// The name of the model that it becomes.
    package let model: String

    package init(at bound: String, becomes model: String) {
      (self.bound, self.model) = (bound, model)
    }
  }

  package init(hasPriors: Bool, models: [Model]) {
    (self.hasPriors, self.models) = (hasPriors, models)
  }

  /// Of a spec whose fits have bounds alone.
  static let plain = FitFacts(hasPriors: false, models: [])
}
