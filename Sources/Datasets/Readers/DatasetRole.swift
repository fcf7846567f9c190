import Support

/// A part that a file plays in a dataset.
package struct DatasetRole: Sendable {
  /// What registries, manifests and messages call the part.
  package let name: String
  package let summary: String
  package let isRequired: Bool
  /// Whether many files may play the part.
  package let isRepeated: Bool
  /// How such files are called, where a folder is given: a name, in which a leading `*` stands for
  /// anything.
  package let fileName: String

  /// Other names of such a file.
  package let otherNames: [String]

  package init(
    _ name: String, _ summary: String, fileName: String, otherNames: [String] = [],
    required: Bool = true, repeated: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.fileName = fileName
    self.otherNames = otherNames
    self.isRequired = required
    self.isRepeated = repeated
  }

  private var names: [String] { [fileName] + otherNames }

  /// Whether a file of this name plays the part.
  package func matches(fileName name: String) -> Bool {
    names.contains { FilePattern($0).matches(name) }
  }

  /// Which of the names of such a file it has, from 0; the first are preferred.
  package func rank(of name: String) -> Int {
    names.firstIndex { FilePattern($0).matches(name) } ?? names.count
  }

  /// Whether a name nearly is one of such a file: in capitals, with a further ending, a copy.
  package func isNearly(fileName name: String) -> Bool {
    if matches(fileName: name) { return false }
    let own = name.lowercased()
    return names.contains { known in
      guard known.hasPrefix("*") else { return [known].nearest(to: name) != nil }
      let stem = known.dropFirst().split(separator: ".").first.map { $0.lowercased() }
      let word = stem.map { $0.filter { $0.isLetter || $0.isNumber } }
      return word.map { !$0.isEmpty && own.contains($0) } == true
    }
  }
}
