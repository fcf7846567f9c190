import Plans
package import Records
package import Specs
package import Support
package import Tables

/// A complete run in its folder.
package struct StoredRun: Sendable {
  /// The folder, as a path the user can use.
  package let path: String
  package let manifest: Manifest
  /// What the experiment is called.
  package let experiment: String
  /// When and where it was made; `nil` if its journal is gone or damaged.
  package let journal: Journal?
  /// Why a journal that is there could not be read.
  let journalFailure: FileError?

  /// The folder's name.
  package var name: String { Files.name(of: path) }

  /// Opens a run.
  ///
  /// - Returns: `nil` if the folder holds no complete run, or one whose manifest is damaged.
  /// - Throws: ``FileError`` if its manifest cannot be read.
  package init?(at path: String) throws(FileError) {
    guard let manifest = try ManifestFile(in: path).manifest else { return nil }
    self.init(path, manifest)
  }

  /// Takes a run whose manifest is known.
  init(_ path: String, _ manifest: Manifest) {
    self.path = path
    self.manifest = manifest
    experiment = Self.experiment(of: path, manifest)
    let file = "\(path)/journal.json"
    do throws(FileError) {
      let bytes = try RunFolder.bytes(file)
      journal = Journal.format.record(of: SourceText(name: file, bytes: bytes), InputReport())
      journalFailure = nil
    } catch {
      journal = nil
      journalFailure = error.isRefusal || Files.isMissing(file) ? nil : error
    }
  }

  /// What the experiment is called.
  ///
  /// Its folder says it or, where that has not the name of a run, its spec; the manifests of
  /// earlier runs have the name as well.
  private static func experiment(of path: String, _ manifest: Manifest) -> String {
    if let name = manifest.name { return name }
    let folder = Files.name(of: path)
    if let name = RunName(folder), name.hash == manifest.identity.short { return name.experiment }
    let spec = (try? RunFolder.bytes("\(path)/spec.json")).flatMap { JSONParser.value(of: $0) }
    return spec?["name"]?.string ?? folder
  }

  /// Whether the folder has the name of its run, as a copy beside it has not.
  var hasOwnName: Bool { name == "\(experiment)-\(manifest.identity.short)" }

  /// A table of the run.
  ///
  /// - Parameters:
  ///   - name: Which one.
  ///   - known: The schema with its vocabularies, where the plan is at hand.
  /// - Returns: `nil` if the run keeps no such table.
  /// - Throws: ``FileError`` if the file cannot be read or is not what the manifest says.
  package func table(_ name: String, knowing known: TableSchema? = nil) throws(FileError) -> Table?
  {
    guard let stored = storedTable(name, knowing: known) else { return nil }
    var (schema, values) = (stored.schema, stored.schema.columns.map { _ in [Double]() })
    // What a damaged manifest says is no reason to ask for more than a table can have.
    if let rows = manifest.table(name)?.rows, rows < 1 << 28 {
      for place in values.indices { values[place].reserveCapacity(rows) }
    }
    try stored.forEachPart { part in
      schema = part.schema
      for place in values.indices { values[place] += part.values[place] }
    }
    return Table(schema, values)
  }

  /// A table of the run that is read part by part.
  ///
  /// - Parameters:
  ///   - name: Which one.
  ///   - known: The schema with its vocabularies, where the plan is at hand.
  /// - Returns: `nil` if the run keeps no such table.
  package func storedTable(
    _ name: String, knowing known: TableSchema? = nil
  ) -> StoredTable? {
    guard let entry = manifest.table(name) else { return nil }
    let isOfPlan = known?.columns.map(\.name) == entry.columns.map(\.name)
    return StoredTable(
      "\(path)/\(entry.file)", isOfPlan ? known ?? entry.schema : entry.schema,
      sha256: entry.sha256)
  }

  /// The resolved spec of the run.
  package func spec() throws(FileError) -> JSONValue? {
    JSONParser.value(of: try RunFolder.bytes("\(path)/spec.json"))
  }

  /// The resolved spec as this program reads it; `nil` if it cannot.
  ///
  /// - Throws: ``FileError`` if the file cannot be read.
  package func checkedSpec() throws(FileError) -> ExperimentSpec? {
    let file = "\(path)/spec.json"
    let report = InputReport()
    let node = JSONParser.parse(SourceText(name: file, bytes: try RunFolder.bytes(file)), report)
    let spec = node.flatMap { ExperimentSpec.checked($0, report) }
    return report.hasErrors ? nil : spec
  }

  /// The dataset that the spec of the run names; `nil` if this program cannot read the spec.
  package var dataset: DatasetChoice? { try? checkedSpec()?.dataset }
}
