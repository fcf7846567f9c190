package import Support

/// The datasets that are known by name.
///
/// The program carries a registry; a data folder may have one of its own, whose entries are added
/// and replace those of the same name, unless these are built in.
package struct DataRegistry: Equatable, Sendable {
  package let entries: [DatasetEntry]

  package init(_ entries: [DatasetEntry]) {
    self.entries = entries
  }

  /// What the program carries.
  package static let embedded: DataRegistry = {
    let report = InputReport()
    let source = SourceText(name: "registry.json", bytes: PackageResources.registry_json)
    let entries = DataRegistryReading.entries(of: source, isOfProgram: true, report)
    precondition(!report.hasErrors, "the embedded registry is wrong: \(report.diagnostics)")
    return DataRegistry(entries)
  }()

  /// The registry of the program with the additions of a data folder.
  ///
  /// - Parameters:
  ///   - folder: The data folder; neither it nor a `registry.json` in it has to exist.
  ///   - report: Takes all mistakes of the folder's registry.
  /// - Throws: ``FileError`` if the folder's registry cannot be read.
  /// - Returns: All entries that are right.
  package static func read(
    in folder: String, _ report: InputReport
  ) throws(FileError) -> DataRegistry {
    let path = Files.path("registry.json", from: folder)
    if Files.isMissing(path) { return embedded }
    let source = SourceText(name: path, bytes: try Files.read(path))
    return embedded.replacing(
      with: DataRegistryReading.entries(of: source, isOfProgram: false, report))
  }

  package var names: [String] { entries.map(\.name) }

  package subscript(name: String) -> DatasetEntry? {
    entries.first { $0.name == name }
  }

  /// The entry of this name; the report says it if there is none.
  package func entry(
    named name: String, at place: Place?, _ report: InputReport
  ) -> DatasetEntry? {
    if let entry = self[name] { return entry }
    report.error("unknown dataset '\(name)'", at: place, help: names.advice(for: name))
    return nil
  }

  /// The entries of these names, or all if there are no names.
  package func entries(named names: [String], _ report: InputReport) -> [DatasetEntry] {
    if names.isEmpty { return entries }
    return names.compactMap { entry(named: $0, at: nil, report) }
  }

  private func replacing(with additions: [DatasetEntry]) -> DataRegistry {
    var entries = entries
    for addition in additions {
      if let index = entries.firstIndex(where: { $0.name == addition.name }) {
        entries[index] = addition
      } else {
        entries.append(addition)
      }
    }
    return DataRegistry(entries)
  }
}
