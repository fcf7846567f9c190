package import Support

/// The files of a dataset, each in its role.
package struct DatasetFiles {
  private var sources: [(role: String, source: SourceText)] = []
  /// What a spec says of them.
  let settings: TableSettings

  package init(
    _ sources: [(role: String, source: SourceText)], _ settings: TableSettings = TableSettings()
  ) {
    self.sources = sources
    self.settings = settings
  }

  /// The files in a role, in the order in which they were given.
  package subscript(role: String) -> [SourceText] {
    sources.filter { $0.role == role }.map { $0.source }
  }

  /// Checks that there is a file for each required role, and no more files than a role takes.
  func check(_ roles: [DatasetRole], ofFormat format: String, _ mistakes: Mistakes) {
    let names = roles.map { $0.name }
    for (role, source) in sources where !names.contains(role) {
      mistakes.add(
        "format '\(format)' has no role '\(role)', which '\(source.name)' is to play",
        help: names.advice(for: role))
    }
    for role in roles {
      let files = self[role.name]
      if role.isRequired, files.isEmpty {
        mistakes.add(
          "format '\(format)' needs a file in the role '\(role.name)'",
          help: "\(role.summary), such as '\(role.fileName)'")
      }
      if !role.isRepeated, files.count > 1 {
        mistakes.add(
          "format '\(format)' takes one file in the role '\(role.name)', not \(files.count)",
          help: "they are \(files.map { "'\($0.name)'" }.joined(separator: ", "))")
      }
    }
  }
}
