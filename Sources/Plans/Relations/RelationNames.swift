import Models
import Specs
import Support
import Tables

/// The names that an expression about the quantities of a fit may use.
///
/// Quantities of the law and the galaxy, columns of the catalogue, constants, and what is derived
/// from the quantities of a halo. A prior speaks of what is known beforehand, so that there
/// `distance` and `inclination` are those of the catalogue; elsewhere they are those of the fit.
struct RelationNames: ExpressionNames {
  /// What a name stands for.
  enum Role {
    case quantity(Quantity)
    case derived(DerivedQuantity)
    case ofCatalogue
  }

  private let card: ModelCard
  private let catalogue: TableNames
  private let derived: [DerivedQuantity]
  private let isOfPrior: Bool

  /// - Parameters:
  ///   - card: The card of the law.
  ///   - catalogue: The columns of the catalogue.
  ///   - isOfPrior: Whether the expression is part of a prior.
  init(_ card: ModelCard, _ catalogue: TableSchema, isOfPrior: Bool) {
    self.card = card
    self.catalogue = TableNames(catalogue, SchemaSet())
    self.isOfPrior = isOfPrior
    derived = DerivedQuantity.known(from: card.parameters.map(\.name))
  }

  /// What a name stands for; `nil` for an unknown one.
  func role(of name: String) -> Role? {
    let isOfCatalogue = catalogue.kind(of: name) != nil
    if isOfPrior, isOfCatalogue { return .ofCatalogue }
    if let quantity = card.quantities.first(where: { card.name(of: $0) == name }) {
      return .quantity(quantity)
    }
    if isOfCatalogue { return .ofCatalogue }
    return derived.first { $0.name == name }.map { .derived($0) }
  }

  func kind(of name: String) -> ExpressionKind? {
    switch role(of: name) {
    case .quantity, .derived: .number
    case .ofCatalogue: catalogue.kind(of: name)
    case nil: nil
    }
  }

  var names: [String] {
    catalogue.names + card.quantities.map { card.name(of: $0) } + derived.map(\.name)
  }

  func meaning(of name: String) -> String? { catalogue.meaning(of: name) }

  func advice(for name: String) -> String {
    name.hasPrefix("const.") ? catalogue.advice(for: name) : names.advice(for: name)
  }

  /// Whether an unknown name may be a column once the data are read.
  func mayHave(_ name: String) -> Bool { catalogue.mayHave(name) }

  /// Whether a value of an expression moves with the quantities of a fit.
  func isOfFit(_ expression: Expression) -> Bool {
    expression.names.contains { isOfFit($0) }
  }

  /// Whether a name is a quantity of a fit, or follows from some.
  func isOfFit(_ name: String) -> Bool {
    switch role(of: name) {
    case .quantity, .derived: true
    case .ofCatalogue, nil: false
    }
  }

  /// The quantities of the fit that an expression follows from.
  func quantities(in expression: Expression) -> [Quantity] {
    expression.names.flatMap { name -> [Quantity] in
      switch role(of: name) {
      case .quantity(let quantity): [quantity]
      case .derived(let derived): quantities(in: derived.formula)
      case .ofCatalogue, nil: []
      }
    }
  }

  /// Checks names and kinds of an expression that gives a number, and reports every mistake.
  ///
  /// - Returns: Whether it can be worked out.
  @discardableResult
  func check(_ expression: Expression, _ report: InputReport) -> Bool {
    if expression.names.contains(where: { kind(of: $0) == nil && mayHave($0) }) { return false }
    guard
      expression.check(in: self, expecting: .number, noun: "column or quantity", report) != nil
    else { return false }
    if let place = expression.root.choiceOfWords(by: isOfFit) {
      report.error(
        "a formula over quantities of a fit cannot choose between words", at: place,
        help: "choose between numbers")
      return false
    }
    return true
  }
}

extension ExpressionNode {
  /// The place of a choice between words that moves with some names; `nil` for none.
  fileprivate func choiceOfWords(by isMeant: (String) -> Bool) -> Place? {
    if case .call(.if, let parts) = kind, parts[0].names.contains(where: { isMeant($0.value) }),
      parts.dropFirst().contains(where: \.isWord)
    {
      return place
    }
    for part in parts {
      if let place = part.choiceOfWords(by: isMeant) { return place }
    }
    return nil
  }

  /// Whether it is plainly a word, or a choice between such.
  private var isWord: Bool {
    switch kind {
    case .word: true
    case .call(.if, let parts): parts.dropFirst().contains(where: \.isWord)
    default: false
    }
  }
}
