import Models
import Specs
import Support
import Tables

/// What the quantities of the fits of one model follow from: those that are tied, and those whose
/// priors name others.
struct FitRelations {
  /// One expression, and the quantity that it is about.
  private struct Edge {
    let quantity: Quantity
    let isTie: Bool
    let expression: Expression
  }

  private let card: ModelCard
  private let edges: [Edge]
  private let priorNames: RelationNames
  private let tieNames: RelationNames

  /// - Parameters:
  ///   - spec: The rules.
  ///   - card: The card of the law.
  ///   - catalogue: The columns of the catalogue.
  init(_ spec: ExperimentSpec, _ card: ModelCard, _ catalogue: TableSchema) {
    self.card = card
    priorNames = RelationNames(card, catalogue, isOfPrior: true)
    tieNames = RelationNames(card, catalogue, isOfPrior: false)
    edges = spec.quantities(of: card.name).flatMap { quantity, _, range in
      range.tie.asList.map { Edge(quantity: quantity, isTie: true, expression: $0) }
        + range.prior.asList.flatMap(\.expressions).map {
          Edge(quantity: quantity, isTie: false, expression: $0)
        }
    }
  }

  /// Whether a number of a prior moves with the quantities of a fit.
  func isOfFit(_ bound: Bound?) -> Bool {
    guard case .expression(let expression) = bound else { return false }
    return priorNames.isOfFit(expression)
  }

  /// Checks every expression, and that none leads back to its own quantity.
  func check(_ spec: ExperimentSpec, _ report: InputReport) {
    for edge in edges { (edge.isTie ? tieNames : priorNames).check(edge.expression, report) }
    for edge in edges {
      guard let circle = circle(from: edge) else { continue }
      let names = circle.map { card.name(of: $0) }.joined(separator: " → ")
      let name = card.name(of: edge.quantity)
      report.error(
        edge.isTie
          ? "'\(name)' is tied to itself: \(names)"
          : "the prior of '\(name)' depends on '\(name)' itself: \(names)",
        at: edge.expression.place, help: "let one of them stand by itself")
    }
    for (_, name, range) in spec.quantities(of: card.name) {
      guard range.prior?.width?.constant == 0, isOfFit(range.prior?.centre),
        let place = range.prior?.expressions.first?.place
      else { continue }
      report.error(
        "a prior of no width ties '\(name)' to others", at: place,
        help: "write it under 'ties', without bounds and prior")
    }
  }

  /// The way from an expression back to its own quantity; `nil` for none.
  private func circle(from edge: Edge) -> [Quantity]? {
    var seen: Set<Quantity> = []
    func way(from edge: Edge) -> [Quantity]? {
      for next in quantities(in: edge) {
        if next == start { return [next] }
        guard seen.insert(next).inserted else { continue }
        for further in edges where further.quantity == next {
          if let way = way(from: further) { return [next] + way }
        }
      }
      return nil
    }
    let start = edge.quantity
    return way(from: edge).map { [start] + $0 }
  }

  private func quantities(in edge: Edge) -> [Quantity] {
    (edge.isTie ? tieNames : priorNames).quantities(in: edge.expression)
  }

  /// The ties of each galaxy, every one after those that it names.
  ///
  /// - Parameter catalogue: The galaxies of the sample.
  /// - Returns: The ties; shape `[galaxies][ties]`.
  func ties(over catalogue: Table) -> [[QuantityTie]] {
    var left = edges.filter(\.isTie)
    var ordered: [Edge] = []
    while !left.isEmpty {
      let isLeft = Set(left.map(\.quantity))
      let free = left.firstIndex { isLeft.isDisjoint(with: quantities(in: $0)) }
      // A circle has been told of, and its order does not matter.
      ordered.append(left.remove(at: free ?? left.startIndex))
    }
    let compiler = FormulaCompiler(tieNames, over: catalogue)
    let columns = ordered.map { edge in
      tieNames.canWorkOut(edge.expression) ? compiler.formulas(of: edge.expression) : []
    }
    return (0..<catalogue.rowCount).map { galaxy in
      zip(ordered, columns).compactMap { edge, formulas in
        formulas.isEmpty ? nil : QuantityTie(edge.quantity, formulas[galaxy])
      }
    }
  }

  /// The formulas of a number of a prior.
  ///
  /// - Parameters:
  ///   - bound: The number.
  ///   - catalogue: The galaxies of the sample.
  /// - Returns: The formulas; shape `[galaxies]`.
  func formulas(of bound: Bound, over catalogue: Table) -> [QuantityFormula] {
    switch bound {
    case .expression(let expression) where priorNames.canWorkOut(expression):
      return FormulaCompiler(priorNames, over: catalogue).formulas(of: expression)
    case .expression: return [QuantityFormula](repeating: .number(.nan), count: catalogue.rowCount)
    case .number(let value):
      return [QuantityFormula](repeating: .number(value), count: catalogue.rowCount)
    }
  }
}

extension RelationNames {
  /// Whether an expression is without mistakes.
  fileprivate func canWorkOut(_ expression: Expression) -> Bool {
    check(expression, InputReport())
  }
}
