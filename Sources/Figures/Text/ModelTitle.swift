import Models

/// What figures call a law, and a part of its speed.
package enum ModelTitle {
  /// Laws that are called after people keep their capitals.
  private static let names = ["nfw": "NFW", "burkert": "Burkert", "einasto": "Einasto"]

  /// The title of a model, or of any other word of a table.
  package static func text(_ word: String) -> String {
    if let name = names[word] { return name }
    guard ModelCatalogue.law(named: word) != nil else { return spaced(word) }
    let parts = word.split(separator: "-").map(String.init)
    return word.hasPrefix("pseudo-") ? word : parts.joined(separator: " ")
  }

  /// A word with its underscores as spaces, but for those of the markup.
  private static func spaced(_ word: String) -> String {
    word.contains("_{") || word.contains("*") ? word : word.replacing("_", with: " ")
  }

  /// What the extra term of laws is called: a halo, where all of them are halos.
  package static func extra(of models: [String]) -> String {
    let isHalo = models.allSatisfy { model in
      ModelCatalogue.law(named: model)?.card.parameters.contains { $0.name == "v200" } ?? false
    }
    return isHalo ? "halo" : "extra"
  }
}
