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

  /// The versions before those in ``all``, oldest first: laws whose numbers moved stay callable.
  package static let earlier: [any RotationLaw.Type] = [
    ClampedBaryons<QuadratureTerm>.self,
    ClampedBaryons<PseudoIsothermalHalo>.self,
    ClampedBaryons<NFWHalo>.self,
    ClampedBaryons<BurkertHalo>.self,
    ClampedBaryons<EinastoHalo>.self,
  ]

  /// The names of the models, sorted.
  package static var names: [String] {
    all.map { $0.card.name }.sorted()
  }

  /// The newest version of a law.
  package static func law(named name: String) -> (any RotationLaw.Type)? {
    all.first { $0.card.name == name }
  }

  /// A law in one of its versions.
  package static func law(named name: String, version: String) -> (any RotationLaw.Type)? {
    (earlier + all).first { $0.card.name == name && $0.card.method == version }
  }

  /// The versions of a law, oldest first.
  package static func versions(of name: String) -> [String] {
    (earlier + all).map { $0.card }.filter { $0.name == name }.map(\.method)
  }

  /// The names of the parameters of any model, each once, sorted.
  package static var parameterNames: [String] {
    Set(all.flatMap { $0.card.parameters.map(\.name) }).sorted()
  }
}
