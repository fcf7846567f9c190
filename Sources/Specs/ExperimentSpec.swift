package import Galaxies
package import Models
package import Steps
package import Support
package import Tables

/// The checked content of an experiment file.
package struct ExperimentSpec: Sendable {
  /// The version of the spec language.
  package static let schemaVersion = 1

  package let name: String
  package let question: String
  package let source: String
  /// The answer to the question, with numbers to be filled in; `nil` for none.
  package let answer: Answer?
  /// Who answers for it, in their order.
  package let authors: [Author]
  package let dataset: DatasetChoice
  /// Where the spec names the dataset; a path is relative to that file.
  package let datasetPlace: Place
  package let cuts: Cuts
  /// The models to fit, in the order of the spec.
  package let models: [String]
  /// How offsets from the radial acceleration relation are measured; `nil` for none.
  package let offset: OffsetSettings?
  /// Whether fits have intervals by profile.
  package let hasIntervals: Bool
  /// Whether it is proven of fits that there is no better one.
  package internal(set) var isCertified: Bool
  /// Every axis with its values: mass-to-light ratios first, then parameters.
  package internal(set) var grid: [Axis]
  /// Where every parameter of every model may lie.
  package let bounds: [ParameterBounds]
  /// The quantities of the galaxy that the fits vary as well, in their order.
  package let free: [FreeQuantity]
  /// That posteriors are sampled, and how; `nil` for none.
  package let posterior: Located<PosteriorSettings>?
  package let analyses: [any Step]
  /// The tables of steps with mistakes, `nil` for a nameless one; none in a sound spec.
  package let unreadTables: [String?]
  package let outputs: Outputs
  package let expectations: [Expectation]
  /// The version of every method in use, by family; that of the components is added with the data.
  package internal(set) var methods: [MethodChoice]
  /// What is said of components that come as surface densities.
  package let components: ComponentChoice
  package let limits: Limits
  /// What the reader should know, though it is no mistake.
  package let warnings: [Diagnostic]

  /// The same spec with the method that makes component speeds named.
  package func naming(_ method: DiskMethod) -> ExperimentSpec {
    var spec = self
    spec.methods.removeAll { $0.family == ComponentChoice.family }
    spec.methods.append(
      MethodChoice(family: ComponentChoice.family, version: method.rawValue))
    return spec
  }

  /// The same spec with its axes in the order of an earlier program, to compute a run of it anew.
  ///
  /// - Parameter names: Their names in that order; if they are not those of the axes, nothing
  ///   changes.
  /// - Returns: The spec.
  package func ordering(axes names: [String]) -> ExperimentSpec {
    let axes = names.compactMap { name in grid.first { $0.name == name } }
    guard axes.count == grid.count, Set(names).count == names.count else { return self }
    var spec = self
    spec.grid = axes
    return spec
  }

  /// How many results a cell and galaxy has, and what they are called.
  package var resultsPerGalaxy: (Int, String) {
    let models = models.count
    if posterior != nil {
      return offset == nil
        ? (2 * models, "fits and posteriors") : (2 * models + 1, "fits, posteriors and offset")
    }
    switch (models, offset) {
    case (0, nil): return (0, "results")
    case (0, _): return (1, "offset")
    case (_, nil): return (models, models == 1 ? "model" : "models")
    case (_, _?): return (models + 1, "models and offset")
    }
  }

  /// The laws to fit, in the versions that the methods name.
  package var laws: [any RotationLaw.Type] {
    models.compactMap { name in
      let version = methods.first { $0.family == name }?.version
      return version.flatMap { ModelCatalogue.law(named: name, version: $0) }
    }
  }

  /// The same spec with proofs asked for.
  package var certified: ExperimentSpec {
    var spec = self
    spec.isCertified = true
    return spec
  }

  /// How the optima of fits are found; the newest way where there is nothing to be fitted.
  package var search: SearchMethod {
    let family = SearchMethod.methods.family
    let version = methods.first { $0.family == family }?.version
    return version.flatMap { SearchMethod(rawValue: $0) } ?? .lanes
  }

  /// Whether more is known of a quantity beforehand than bounds say.
  package var hasPriors: Bool { Self.hasPriors(bounds.map(\.range) + free.map(\.range)) }

  /// Whether some quantity follows from others.
  package var hasTies: Bool {
    (bounds.map(\.range) + free.map(\.range)).contains { $0.tie != nil }
  }

  /// Whether more is known of one of some ranges than bounds say.
  static func hasPriors(_ ranges: [QuantityRange]) -> Bool {
    ranges.contains(where: \.hasPrior)
  }

  /// How many cells the grid has.
  package var cellCount: Int {
    grid.reduce(1) { $0 * $1.values.count }
  }
}
