import Models
import Steps

extension FitFacts {
  /// What the cards of the models of a spec tell.
  init(of cards: [ModelCard], hasPriors: Bool) {
    self.init(
      hasPriors: hasPriors,
      models: cards.map { card in
        Model(
          card.name, parameters: card.parameters.map(\.name),
          limits: card.limits.map { Limit(at: $0.bound, becomes: $0.law) })
      })
  }
}
