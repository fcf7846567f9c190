import Galaxies
import Models
package import Specs
package import Support
import Tables

/// Where every quantity may lie and what is known of it, with the rules worked out for each galaxy.
///
/// Quantities of the galaxy that are not free have no value here: a unit takes them from its cell,
/// or from the catalogue.
package struct FitSpaces: Sendable {
  /// By galaxy of the sample and model; shape `[galaxies × models]`.
  private var spaces: [FitSpace]
  private let modelCount: Int

  /// Works out the rules.
  ///
  /// - Parameters:
  ///   - spec: The rules.
  ///   - sample: The galaxies.
  ///   - report: Receives what is wrong with an expression.
  package init(_ spec: ExperimentSpec, _ sample: Sample, _ report: InputReport) {
    let schema = sample.catalogue.schema
    let count = sample.galaxies.count
    func values(_ bound: Bound) -> [Double] {
      switch bound {
      case .number(let value): return [Double](repeating: value, count: count)
      case .expression(let expression):
        let kind = expression.check(over: schema, SchemaSet(), expecting: .number, report)
        guard kind != nil else {
          return [Double](repeating: .nan, count: count)
        }
        return expression.numbers(over: sample.catalogue, TableSet())
      }
    }
    func priors(_ rule: PriorRule?, _ name: String) -> [Prior] {
      switch rule {
      case nil, .uniform: return [Prior](repeating: .uniform, count: count)
      case .logUniform: return [Prior](repeating: .logUniform, count: count)
      case .catalogue, .catalogueLognormal:
        let isLogarithmic = rule?.kind == .catalogueLognormal
        let parameter = GalaxyParameter(rawValue: name)
        return sample.galaxies.map { galaxy in
          parameter?.prior(of: galaxy, isLogarithmic: isLogarithmic)
            ?? .normal(mean: .nan, sigma: .nan)
        }
      case .normal(let mean, let sigma):
        return zip(values(mean), values(sigma)).map { .normal(mean: $0, sigma: $1) }
      case .lognormal(let median, let dex):
        return zip(values(median), values(dex)).map { .lognormal(median: $0, dex: $1) }
      }
    }
    modelCount = spec.models.count
    spaces = [FitSpace](repeating: FitSpace(), count: count * modelCount)
    for (model, name) in spec.models.enumerated() {
      for (quantity, name, range) in spec.quantities(of: name) {
        let (lower, upper) = (values(range.lower), values(range.upper))
        let known = priors(range.prior, name)
        for galaxy in 0..<count {
          var own = FitRange(lower[galaxy], upper[galaxy], known[galaxy])
          own.isKnown = range.prior != nil
          spaces[galaxy * modelCount + model][quantity] = own
        }
      }
    }
  }

  /// Checks the bounds and priors that are expressions.
  static func check(_ spec: ExperimentSpec, _ catalogue: TableSchema, _ report: InputReport) {
    let ranges = spec.bounds.map(\.range) + spec.free.map(\.range)
    for case .expression(let expression) in ranges.flatMap(\.parts) {
      expression.check(over: catalogue, SchemaSet(), expecting: .number, report)
    }
  }

  /// The space of a galaxy, by its position in the sample, and a model.
  subscript(galaxy galaxy: Int, model model: Int) -> FitSpace {
    spaces[galaxy * modelCount + model]
  }
}
