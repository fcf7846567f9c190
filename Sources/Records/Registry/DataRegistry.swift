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

  /// The registry with entries added, which replace those of the same name.
  package func replacing(with additions: [DatasetEntry]) -> DataRegistry {
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
