package import Models

/// Why a unit has no posterior.
package enum PosteriorRefusal: Error, Hashable, Sendable {
  /// The galaxy or its space allow no density.
  case space(FitRefusal)
  case nothingFree
  case noLikelihood
  case tooManyForGrid

  /// The reason as tables have it.
  package var text: String {
    switch self {
    case .space(let refusal): refusal.text
    case .nothingFree: "nothing is free, so that there is nothing to be told of"
    case .noLikelihood: "the likelihood is zero wherever it was looked at"
    case .tooManyForGrid: "a grid has two quantities at most"
    }
  }
}
