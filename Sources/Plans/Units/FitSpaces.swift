import Galaxies
import Models
package import Specs
import Support
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
  package init(_ spec: ExperimentSpec, _ sample: Sample) {
    modelCount = spec.models.count
    let count = sample.galaxies.count
    spaces = [FitSpace](repeating: FitSpace(), count: count * modelCount)
    let values = GalaxyNumbers(of: sample.catalogue)
    for (model, card) in spec.laws.map({ $0.card }).enumerated() {
      let relations = FitRelations(spec, card, sample.catalogue.schema)
      let ties = relations.ties(over: sample.catalogue)
      for galaxy in 0..<count { spaces[galaxy * modelCount + model].ties = ties[galaxy] }
      for (quantity, name, range) in spec.quantities(of: card.name) where range.tie == nil {
        let (lower, upper) = (values(range.lower), values(range.upper))
        let general = Self.general(range.prior, of: quantity, relations, sample.catalogue)
        let usual =
          general == nil ? Self.usual(range.prior, name, sample.galaxies, values) : nil
        for galaxy in 0..<count {
          let start = range.prior?.kind == .halfNormal ? max(lower[galaxy], 0) : lower[galaxy]
          var own = FitRange(start, upper[galaxy], usual?[galaxy] ?? .uniform)
          own.isKnown = range.prior != nil
          let place = galaxy * modelCount + model
          spaces[place][quantity] = own
          if let general { spaces[place].priors.append(general[galaxy]) }
        }
      }
    }
  }

  /// The priors of a rule that speaks of one quantity alone; shape `[galaxies]`.
  private static func usual(
    _ rule: PriorRule?, _ name: String, _ galaxies: [Galaxy], _ values: GalaxyNumbers
  ) -> [Prior] {
    switch rule {
    case nil, .uniform, .beta: return [Prior](repeating: .uniform, count: galaxies.count)
    case .logUniform: return [Prior](repeating: .logUniform, count: galaxies.count)
    case .catalogue, .catalogueLognormal:
      let isLogarithmic = rule?.kind == .catalogueLognormal
      let parameter = GalaxyParameter(rawValue: name)
      return galaxies.map { galaxy in
        parameter?.prior(of: galaxy, isLogarithmic: isLogarithmic)
          ?? .normal(mean: .nan, sigma: .nan)
      }
    case .normal(let mean, let sigma):
      return zip(values(mean), values(sigma)).map { .normal(mean: $0, sigma: $1) }
    case .lognormal(let median, let dex):
      return zip(values(median), values(dex)).map { .lognormal(median: $0, dex: $1) }
    case .halfNormal(let sigma): return values(sigma).map { .normal(mean: 0, sigma: $0) }
    }
  }

  /// The priors of a rule that names other quantities, or has a shape of its own; `nil` for any
  /// other.
  private static func general(
    _ rule: PriorRule?, of quantity: Quantity, _ relations: FitRelations, _ catalogue: Table
  ) -> [GeneralPrior]? {
    if case .beta(let a, let b) = rule {
      let prior = GeneralPrior(of: quantity, .beta(a: a, b: b))
      return [GeneralPrior](repeating: prior, count: catalogue.rowCount)
    }
    guard let width = rule?.width, relations.isOfFit(rule?.centre) || relations.isOfFit(width)
    else { return nil }
    let centres = relations.formulas(of: rule?.centre ?? .number(0), over: catalogue)
    let widths = relations.formulas(of: width, over: catalogue)
    return zip(centres, widths).map { centre, width in
      if case .lognormal = rule {
        return GeneralPrior(of: quantity, .lognormal(median: centre, dex: width))
      }
      return GeneralPrior(of: quantity, .normal(mean: centre, sigma: width))
    }
  }

  /// Checks the bounds, priors and ties that are expressions.
  static func check(_ spec: ExperimentSpec, _ catalogue: TableSchema, _ report: InputReport) {
    let ranges = spec.bounds.map(\.range) + spec.free.map(\.range)
    for case .expression(let expression) in ranges.flatMap(\.ends) {
      expression.check(over: catalogue, SchemaSet(), expecting: .number, report)
    }
    for law in spec.laws { FitRelations(spec, law.card, catalogue).check(spec, report) }
  }

  /// The space of a galaxy, by its position in the sample, and a model.
  subscript(galaxy galaxy: Int, model model: Int) -> FitSpace {
    spaces[galaxy * modelCount + model]
  }
}
