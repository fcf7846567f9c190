package import Support

/// A figure that has a name: it is written out in the grammar, and nothing it draws is its own.
///
/// A new one is one new file and one new line in ``FigureCatalogue``.
package protocol NamedFigure: Keyed {
  /// The word that asks for it.
  static var word: String { get }
  static var summary: String { get }
  /// The keys besides `figure` and `name`.
  static var settings: [ObjectKey<Self>] { get }

  /// What its file is called where not by its word.
  var name: Located<String>? { get set }
  /// The word again, as its key has it.
  var figure: String { get set }

  /// The figure in the grammar.
  ///
  /// - Parameters:
  ///   - setting: The tables.
  ///   - report: Receives what is missing, at the place of the figure.
  /// - Returns: An object that can stand in a spec; `nil` after a mistake.
  func expansion(_ setting: FigureSetting, _ report: InputReport) -> JSONValue?
}

extension NamedFigure {
  package static var keys: [ObjectKey<Self>] {
    [
      .required("figure", \.figure, .word(of: [word], noun: "figure"), summary),
      .optional("name", \.name, JSONType.string.located, "what its file is called; \(word)"),
    ] + settings
  }

  /// The name of its file.
  var title: String { name?.value ?? Self.word }

  /// The keys of the figure, for help and reference pages.
  package static var reference: FigureReference {
    FigureReference(word: word, summary: summary, keys: keys.map(\.reference))
  }
}
