import Datasets
package import Galaxies
package import Records
package import Runs
package import Specs
package import Support

/// A data folder, with what the registry says of it.
///
/// The files of a dataset stand in a folder of its name: `data/sparc/SPARC_Lelli2016c.mrt`.
package struct DataShelf: DatasetSource, Sendable {
  /// The path of the folder as the user typed it; it does not have to exist.
  package let folder: String
  package let registry: DataRegistry
  private let read = ReadDatasets()

  package init(folder: String, registry: DataRegistry) {
    self.folder = folder
    self.registry = registry
  }

  /// The shelf of a folder.
  ///
  /// - Parameters:
  ///   - folder: The data folder.
  ///   - report: Takes the mistakes of the folder's `registry.json`.
  /// - Throws: ``FileError`` if the folder's registry cannot be read.
  package init(folder: String, _ report: InputReport) throws(FileError) {
    self.init(folder: folder, registry: try DataRegistry.read(in: folder, report))
  }

  package func dataset(
    _ choice: DatasetChoice, relativeTo specFolder: String, at place: Place?, _ report: InputReport
  ) throws(FileError) -> Dataset? {
    switch choice {
    case .mock:
      return BuiltInDatasets.dataset(choice)
    case .files(let own):
      guard let reader = DatasetReaders.reader(named: own.format) else {
        report.error(
          "unknown format '\(own.format)'", at: place,
          help: DatasetReaders.names.advice(for: own.format))
        return nil
      }
      return try OwnFiles(own, specFolder: specFolder, reader: reader, place: place)
        .dataset(report)
    case .registered(let name):
      guard let entry = registry.entry(named: name, at: place, report) else { return nil }
      return try dataset(entry, at: place, report)
    }
  }

  private func dataset(
    _ entry: DatasetEntry, at place: Place?, _ report: InputReport
  ) throws(FileError) -> Dataset? {
    switch entry.content {
    case .generated: return BuiltInDatasets.dataset(named: entry.name)
    case .embedded(let files, let format): return embedded(files, format, of: entry, report)
    case .files(let files, let format):
      return try read.dataset(entry.name, report) { () throws(FileError) in
        try stored(files, format, of: entry, at: place, report)
      }
    }
  }

  /// Reads a dataset from the files that the program carries.
  private func embedded(
    _ registered: [RegisteredFile], _ format: String, of entry: DatasetEntry, _ report: InputReport
  ) -> Dataset? {
    guard let reader = DatasetReaders.reader(named: format) else { return nil }
    let files = registered.compactMap { file -> DataFile? in
      guard let role = reader.roles.first(where: { $0.name == file.role }),
        let content = BuiltInDatasets.content(of: file, in: entry.name)
      else { return nil }
      let read = DataFile(role, SourceText(name: "\(entry.name)/\(file.name)", bytes: content))
      precondition(file.accepts(read.variant), "the registry has another \(read.source.name)")
      return read
    }
    return Dataset(files, as: reader, name: entry.name, citation: entry.citation, report)
  }

  /// Reads a dataset from its files in the data folder.
  private func stored(
    _ registered: [RegisteredFile], _ format: String, of entry: DatasetEntry, at place: Place?,
    _ report: InputReport
  ) throws(FileError) -> Dataset? {
    guard let reader = DatasetReaders.reader(named: format) else { return nil }
    let missing = registered.map { path(of: $0, in: entry) }.filter(Files.isMissing)
    guard missing.isEmpty else {
      let list = missing.map { "'\($0)'" }.joined(separator: " and ")
      report.error(
        "dataset '\(entry.name)' lacks \(list)", at: place, help: entry.advice)
      return nil
    }
    var files: [DataFile] = []
    for file in registered {
      guard let role = reader.roles.first(where: { $0.name == file.role }) else { continue }
      let path = path(of: file, in: entry)
      guard let bytes = try InputFile.read(path, at: place, report, help: entry.advice)
      else { continue }
      let read = DataFile(role, SourceText(name: path, bytes: bytes))
      guard !file.accepts(read.variant) else {
        files.append(read)
        continue
      }
      report.error(
        "'\(path)' is not the file that dataset '\(entry.name)' has: "
          + file.objection(to: read.variant), at: place,
        help: """
          it may be cut short or changed: remove it, and \(entry.advice); your own data are given \
          as {"path": "…", "format": "\(format)"}
          """)
    }
    guard files.count == registered.count else { return nil }
    return Dataset(files, as: reader, name: entry.name, citation: entry.citation, report)
  }

  package func isAtHand(_ choice: DatasetChoice) -> Bool {
    guard case .registered(let name) = choice,
      let entry = registry.entry(named: name, at: nil, InputReport()),
      case .files(let files, _) = entry.content
    else { return true }
    return files.allSatisfy { Files.exists(path(of: $0, in: entry)) }
  }

  /// The folder of a dataset.
  package func folder(of entry: DatasetEntry) -> String {
    Files.path(entry.name, from: folder)
  }

  /// Where a file of a dataset belongs.
  package func path(of file: RegisteredFile, in entry: DatasetEntry) -> String {
    "\(folder(of: entry))/\(file.name)"
  }
}
