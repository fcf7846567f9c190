import Models
import Specs
import Support
import Tables

/// What the fits of a plan determine: parameters of their models, and quantities of the galaxy.
struct FitQuantities: Sendable {
  /// The cards of the models, in the order of the plan.
  let models: [ModelCard]
  /// The quantities of the galaxy that are free, or tied to others.
  let free: [GalaxyParameter]
  /// Whether there is a prior, so that fits have a term of their own for it.
  let hasPriors: Bool
  /// Whether records hold intervals and correlations as well.
  let hasIntervals: Bool
  /// Whether records tell if a fit is proven.
  let isCertified: Bool
  /// Every parameter of any of the models once; records hold them in this order, then the free
  /// quantities.
  let parameters: [ModelCard.Parameter]
  /// The quantities that can lie on bounds, for each model.
  let bounded: [[Quantity]]
  /// Every way in which they can, for all models.
  let boundWords: [String]
  /// Every reason for which there may be no fit; records hold their positions.
  let refusals: [FitRefusal]

  init(_ spec: ExperimentSpec) {
    models = spec.laws.map { $0.card }
    hasIntervals = spec.hasIntervals
    isCertified = spec.isCertified
    free = spec.free.map(\.parameter)
    hasPriors = spec.hasPriors
    var seen: Set<String> = []
    parameters = models.flatMap(\.parameters).filter { seen.insert($0.name).inserted }
    let names = models.map { [free] in Self.boundNames(of: $0, free, in: spec) }
    bounded = zip(models, names).map { card, names in
      card.quantities.filter { names.contains(card.name(of: $0)) }
    }
    boundWords = names.flatMap(Self.boundWords).distinct
    refusals = FitRefusal.all(needing: models.flatMap(\.needs), hasTies: spec.hasTies)
  }

  /// What is wanted of fits beside their optimum.
  var extras: FitExtras {
    var extras: FitExtras = []
    if hasIntervals { extras.insert(.intervals) }
    if isCertified { extras.insert(.proof) }
    return extras
  }

  /// The position of a refusal, which stands for it in a record.
  ///
  /// - Precondition: It is one of ``refusals``.
  func code(of refusal: FitRefusal) -> Int {
    guard let code = refusals.firstIndex(of: refusal) else {
      preconditionFailure("no fit of these models is refused with '\(refusal.text)'")
    }
    return code
  }

  /// How many quantities a record has room for.
  var count: Int { parameters.count + free.count }

  /// The names of these quantities, in their order.
  var names: [String] { parameters.map(\.name) + free.map(\.rawValue) }

  /// A quantity that has a place in a record.
  struct Varied {
    let place: Int
    let name: String
    let unit: String
    let summary: String
  }

  /// The quantities without those that axes of the grid fix, which are keys of tables.
  func varied(beside axes: [Axis]) -> [Varied] {
    let quantities =
      parameters.map { ($0.name, $0.unit, $0.summary) }
      + free.map { ($0.rawValue, $0.unit, $0.summary) }
    return quantities.enumerated().compactMap { place, quantity in
      let (name, unit, summary) = quantity
      guard !axes.contains(where: { $0.name == name }) else { return nil }
      return Varied(place: place, name: name, unit: unit, summary: summary)
    }
  }

  /// Declares the columns of the quantities with their errors, without those that an axis fixes.
  ///
  /// - Parameters:
  ///   - axes: The axes of the grid.
  ///   - draft: Receives the columns.
  /// - Returns: The columns, each pair with the place of its quantity in a record.
  func columns(
    fixed axes: [Axis], in draft: inout TableDraft
  ) -> [(place: Int, value: Column<Double>, error: Column<Double>)] {
    varied(beside: axes).map { quantity in
      let (name, unit) = (quantity.name, quantity.unit)
      return (
        quantity.place, draft.real(name, unit: unit, quantity.summary),
        draft.real("e_\(name)", unit: unit, "1 sigma error of \(name)")
      )
    }
  }

  /// The quantities of a model that are recorded, each with its place in a record.
  func places(of card: ModelCard) -> [(quantity: Quantity, place: Int)] {
    card.quantities.compactMap { quantity in
      let place: Int? =
        switch quantity {
        case .parameter: parameters.firstIndex { $0.name == card.name(of: quantity) }
        case .galaxy(let parameter): free.firstIndex(of: parameter).map { parameters.count + $0 }
        }
      return place.map { (quantity, $0) }
    }
  }

  /// The quantities of a model that axes fix, each with its axis.
  func fixing(_ card: ModelCard, _ axes: [Axis]) -> [(quantity: Quantity, axis: Int)] {
    axes.enumerated().compactMap { place, axis in
      card.quantities.first { card.name(of: $0) == axis.name }.map { ($0, place) }
    }
  }

  /// The bounds as text: `r_t upper`, or `omega upper, r_t lower`; empty for none.
  static func boundText(_ bounds: BoundSides, of card: ModelCard) -> String {
    card.quantities.flatMap { quantity in
      BoundSides.Side.allCases.filter { bounds.contains($0, of: quantity) }
        .map { "\(card.name(of: quantity)) \($0.rawValue)" }
    }.joined(separator: ", ")
  }

  /// The names of the quantities of a model that can lie on bounds.
  ///
  /// Where there are more than a fit can vary, those that the spec fixes are left out.
  private static func boundNames(
    of card: ModelCard, _ free: [GalaxyParameter], in spec: ExperimentSpec
  ) -> [String] {
    let tied = spec.quantities(of: card.name).filter { $0.range.tie != nil }.map(\.name)
    let all = (card.parameters.map(\.name) + free.map(\.rawValue)).filter { !tied.contains($0) }
    guard all.count > FreeLanes.capacity else { return all }
    return Array(spec.variedQuantities(of: card.name).map(\.name).prefix(FreeLanes.capacity))
  }

  /// Every text that ``boundText(_:of:)`` gives of some quantities: none lies on both of its
  /// bounds.
  private static func boundWords(of names: [String]) -> [String] {
    var words = [""]
    for name in names {
      words = words.flatMap { word in
        let start = word.isEmpty ? "" : "\(word), "
        return [word, "\(start)\(name) lower", "\(start)\(name) upper"]
      }
    }
    return words.filter { !$0.isEmpty }
  }
}
