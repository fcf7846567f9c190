import Support

/// Every named figure.
package enum FigureCatalogue {
  /// The figures in the order of the documentation.
  package static let all: [any NamedFigure.Type] = [
    RotationCurveFigure.self,
    GalleryFigure.self,
    RelationFigure.self,
    SensitivityFigure.self,
  ]

  /// The words to choose from.
  package static var words: [String] { all.map { $0.word } }

  package static func figure(named word: String) -> (any NamedFigure.Type)? {
    all.first { $0.word == word }
  }

  /// Every figure with its keys, for help and reference pages.
  package static var reference: [FigureReference] { all.map { $0.reference } }
}
