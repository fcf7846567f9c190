package import Records
package import Runs
package import Support

extension DataRegistry {
  /// What the program carries.
  package static let embedded: DataRegistry = {
    let report = InputReport()
    let source = SourceText(name: "registry.json", bytes: PackageResources.registry_json)
    let entries = DataRegistryReading.entries(of: source, over: nil, report)
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
    let bytes: [UInt8]
    do throws(FileError) {
      // A folder need not have one.
      guard let read = try Files.readIfPresent(path) else { return embedded }
      bytes = read
    } catch {
      guard error.isRefusal else { throw error }
      report.error("\(error)", at: nil, help: error.help)
      return embedded
    }
    let source = SourceText(name: path, bytes: bytes)
    return embedded.replacing(
      with: DataRegistryReading.entries(of: source, over: embedded, report))
  }
}
