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

  package init(
    _ name: String, _ summary: String, fileName: String, required: Bool = true,
    repeated: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.fileName = fileName
    self.isRequired = required
    self.isRepeated = repeated
  }

  /// Whether a file of this name plays the part.
  package func matches(fileName name: String) -> Bool {
    fileName.hasPrefix("*") ? name.hasSuffix(fileName.dropFirst()) : name == fileName
  }
}
