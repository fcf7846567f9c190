/// Every model of the program, in the order of the documentation.
///
/// A new model is one new file in `Laws` and one new line here.
package enum ModelCatalogue {
  package static let all: [any RotationLaw.Type] = [
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

  package static var names: [String] {
    all.map { $0.card.name }
  }

  package static func law(named name: String) -> (any RotationLaw.Type)? {
    all.first { $0.card.name == name }
  }

  /// Every parameter of any model once, in the order of first appearance.
  package static var parameters: [ModelCard.Parameter] {
    var seen: Set<String> = []
    return all.flatMap { $0.card.parameters }.filter { seen.insert($0.name).inserted }
  }
}
