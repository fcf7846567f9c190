package import Models
package import Specs
import Support
package import Tables

/// The numbers that posteriors derive from the quantities of the fits of one model.
package struct DerivedFormulas: Sendable {
  /// One of them: its name, and its formula for each galaxy of the sample.
  package struct Entry: Sendable {
    package let name: String
    /// Shape `[galaxies]`.
    package let formulas: [QuantityFormula]
  }

  /// Those that the model can have: what names quantities of another model is left out.
  package let entries: [Entry]

  /// - Parameters:
  ///   - settings: The `posterior` of the spec, without mistakes.
  ///   - card: The card of the law.
  ///   - catalogue: The galaxies of the sample.
  package init(_ settings: PosteriorSettings, _ card: ModelCard, over catalogue: Table) {
    let names = RelationNames(card, catalogue.schema, isOfPrior: false)
    let compiler = FormulaCompiler(names, over: catalogue)
    entries = settings.derive.filter { names.check($0.value, InputReport()) }.map {
      Entry(name: $0.key.value, formulas: compiler.formulas(of: $0.value))
    }
  }

  /// Checks the expressions: each has to be known to one model at least.
  static func check(_ spec: ExperimentSpec, _ catalogue: TableSchema, _ report: InputReport) {
    guard let settings = spec.posterior?.value else { return }
    let names = spec.laws.map { RelationNames($0.card, catalogue, isOfPrior: false) }
    for entry in settings.derive {
      let isKnown = names.contains { $0.check(entry.value, InputReport()) }
      if !isKnown { names.first?.check(entry.value, report) }
    }
  }
}
