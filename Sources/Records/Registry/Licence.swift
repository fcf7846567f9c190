/// A licence as registries name it: whether copies may be handed on under it, and where it stands.
///
/// Names are those of the SPDX list. What is not known by name is taken to forbid copies.
package struct Licence: Equatable, Sendable {
  /// The name as the registry has it.
  package let name: String

  package init(_ name: String) {
    self.name = name
  }

  /// Whether everybody may hand on an unchanged copy.
  package var allowsCopies: Bool {
    Self.known.contains { $0.matches(name) }
  }

  /// Where its text stands; `nil` for a name that is not known.
  package var address: String? {
    guard let found = Self.known.first(where: { $0.matches(name) }) else { return nil }
    guard let folder = found.creativeCommons else { return "https://spdx.org/licenses/\(name)" }
    let version = name.split(separator: "-").dropFirst(found.words).first.map(String.init)
    return "https://creativecommons.org/\(folder)/\(version ?? "4.0")/"
  }

  /// A licence that lets copies travel.
  private struct Known {
    /// How its name begins; a version may follow.
    let stem: String
    /// Its folder on the pages of Creative Commons; `nil` for others.
    let creativeCommons: String?

    /// How many words the stem has.
    var words: Int { stem.split(separator: "-").count }

    func matches(_ name: String) -> Bool {
      let (name, stem) = (name.lowercased(), stem.lowercased())
      guard name.hasPrefix(stem) else { return false }
      let rest = name.dropFirst(stem.count)
      return rest.isEmpty || (rest.first == "-" && rest.dropFirst().first?.isNumber == true)
    }
  }

  private static let known = [
    Known(stem: "CC0", creativeCommons: "publicdomain/zero"),
    Known(stem: "CC-BY", creativeCommons: "licenses/by"),
    Known(stem: "CC-BY-SA", creativeCommons: "licenses/by-sa"),
    Known(stem: "PDDL", creativeCommons: nil),
    Known(stem: "ODC-By", creativeCommons: nil),
    Known(stem: "ODbL", creativeCommons: nil),
    Known(stem: "MIT", creativeCommons: nil),
  ]
}
