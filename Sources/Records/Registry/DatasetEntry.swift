package import Support

/// What the registry says of a dataset.
package struct DatasetEntry: Equatable, Sendable {
  /// What specs call it, and what its folder is called.
  package let name: String
  package let title: String
  package let citation: String
  package let licence: String
  /// What its files hold.
  package let content: Content

  /// Where the galaxies come from.
  package enum Content: Equatable, Sendable {
    /// The program makes them itself.
    case generated
    /// Files in a format that ``DatasetReaders`` has, in the data folder.
    case files([RegisteredFile], format: String)
    /// Files in such a format that the program carries.
    case embedded([RegisteredFile], format: String)
  }

  package init(
    name: String, title: String, citation: String, licence: String, content: Content
  ) {
    self.name = name
    self.title = title
    self.citation = citation
    self.licence = licence
    self.content = content
  }

  /// Whether it needs no data folder.
  package var isBuiltIn: Bool {
    if case .files = content { return false }
    return true
  }

  /// The files it needs in the data folder; none if it is built in.
  package var files: [RegisteredFile] {
    guard case .files(let files, _) = content else { return [] }
    return files
  }

  /// What to do when files are missing.
  package var advice: Advice {
    let importing: Advice = "\(command: "data import", "PATH") takes files you have"
    guard files.contains(where: { !$0.urls.isEmpty }) else { return importing }
    return "\(command: "data fetch", name) downloads it, \(importing)"
  }
}
