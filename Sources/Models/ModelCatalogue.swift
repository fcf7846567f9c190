/// Every model of the program.
///
/// A new model is one new file in `Laws` and one new line here. The order of the lines is that of
/// the documentation: no identity, table or record depends on it.
package enum ModelCatalogue {
  /// The laws in the order of the documentation; a test may put them into another one.
  @TaskLocal package static var all: [any RotationLaw.Type] = [
    LinearTerm.self,
    QuadratureTerm.self,
    RationalTaper.self,
    TanhTaper.self,
    ScaledRationalTaper.self,
    PseudoIsothermalHalo.self,
    NFWHalo.self,
    BurkertHalo.self,
    EinastoHalo.self,
    RadialAccelerationRelation.self,
  ]

  /// The names of the models, sorted.
  package static var names: [String] {
    all.map { $0.card.name }.sorted()
  }

  package static func law(named name: String) -> (any RotationLaw.Type)? {
    all.first { $0.card.name == name }
  }

  /// The names of the parameters of any model, each once, sorted.
  package static var parameterNames: [String] {
    Set(all.flatMap { $0.card.parameters.map(\.name) }).sorted()
  }
}
