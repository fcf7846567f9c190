import Support

/// A file of a dataset: its part, its name, what it may contain and where it is published.
package struct RegisteredFile: Equatable, Sendable {
  /// The part that it plays in the format of the dataset.
  package let role: String
  /// What it is called in the folder of the dataset.
  package let name: String
  /// The accepted contents, at least one.
  package let variants: [FileVariant]
  /// Where it is published, `https` or `http`, in the order to try.
  package let urls: [String]

  package init(role: String, name: String, variants: [FileVariant], urls: [String]) {
    self.role = role
    self.name = name
    self.variants = variants
    self.urls = urls
  }

  package func accepts(_ variant: FileVariant) -> Bool {
    variants.contains(variant)
  }

  /// The size of the largest variant.
  package var largest: Int {
    variants.reduce(0) { max($0, $1.bytes) }
  }

  /// What is wrong with a content that is none of the variants, as the end of a sentence.
  ///
  ///     it has 1,234 bytes, not 269,518 or 266,102
  package func objection(to found: FileVariant) -> String {
    let sizes = variants.map(\.bytes)
    guard sizes.contains(found.bytes) else {
      let expected = sizes.map(\.grouped).joined(separator: " or ")
      return "it has \(found.bytes.grouped) bytes, not \(expected)"
    }
    let expected = variants.filter { $0.bytes == found.bytes }.map(\.sha256.short)
    return "its SHA-256 starts with \(found.sha256.short), not "
      + expected.joined(separator: " or ")
  }
}
