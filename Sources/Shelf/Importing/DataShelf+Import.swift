import Records
package import Runs
package import Support

extension DataShelf {
  /// Copies files of datasets into the data folder, under the names that the registry has.
  ///
  /// Files are known by their content, whatever they are called. Nothing is written unless every
  /// path has a file of a dataset.
  ///
  /// - Parameters:
  ///   - paths: Files, folders and zip archives.
  ///   - report: Takes the paths that have nothing, and files that are nearly right.
  /// - Throws: ``FileError`` if a file cannot be read or written.
  /// - Returns: What was recognised, and what became of it; empty if the report has an error.
  package func importFiles(
    _ paths: [String], _ report: InputReport
  ) throws(FileError) -> [ImportedFile] {
    var candidates = ImportCandidates(registry, report)
    for path in paths { try candidates.look(at: path) }
    guard !report.hasErrors else { return [] }
    let folders = Set(candidates.found.map { folder(of: $0.owner.entry) })
    for folder in folders { Arrival.sweep(folder) }
    var imported: [ImportedFile] = []
    for found in candidates.found {
      let (entry, file) = found.owner
      if imported.contains(where: { $0.dataset == entry.name && $0.file == file }) { continue }
      let check = try check(file, of: entry)
      let outcome: ImportedFile.Outcome
      switch check.state {
      case .present: outcome = .alreadyThere
      case .missing: outcome = .copied
      case .different, .unreadable: outcome = .replaced
      }
      if outcome != .alreadyThere { try Arrival.put(found.content, at: check.path) }
      imported.append(
        ImportedFile(
          dataset: entry.name, file: file, origin: found.origin, path: check.path, outcome: outcome)
      )
    }
    return imported
  }
}
