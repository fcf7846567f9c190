import Support

/// Every named figure.
package enum FigureCatalogue {
  /// The figures in the order of the documentation.
  package static let all: [any NamedFigure.Type] = [
    RotationCurveFigure.self,
    RotationLawsFigure.self,
    GalleryFigure.self,
    RelationFigure.self,
    TullyFisherFigure.self,
    ResidualsFigure.self,
    SensitivityFigure.self,
    CoefficientsFigure.self,
    HistogramFigure.self,
    DeltaFigure.self,
    DistributionFigure.self,
    PullsFigure.self,
    ForestFigure.self,
    CornerFigure.self,
    FlowFigure.self,
  ]

  /// The words to choose from.
  package static var words: [String] { all.map { $0.word } }

  package static func figure(named word: String) -> (any NamedFigure.Type)? {
    all.first { $0.word == word }
  }

  /// Every figure with its keys, for help and reference pages.
  package static var reference: [FigureReference] { all.map { $0.reference } }
}
