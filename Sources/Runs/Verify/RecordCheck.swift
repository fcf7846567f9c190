import Exports
import Records
import Specs
import Support
import Tables

/// Holds the parts of a run's record against each other: identity, name, spec and tables.
struct RecordCheck {
  private let manifest: Manifest
  private let contents: FolderContents
  private(set) var faults: [RunFault] = []
  /// How many columns of tables were compared with their digests.
  private(set) var columnCount = 0

  /// - Parameters:
  ///   - manifest: The manifest, as it was when the run was made.
  ///   - contents: The files of the run.
  ///   - damaged: The files that are known to be damaged.
  init(_ manifest: Manifest, _ contents: FolderContents, except damaged: Set<String>) {
    self.manifest = manifest
    self.contents = contents
    checkIdentity()
    if !damaged.contains("spec.json") { checkSpec() }
    if !damaged.contains("journal.json") { checkJournal() }
    for table in manifest.tables where !damaged.contains(table.file) { check(table) }
  }

  private mutating func checkIdentity() {
    let made = manifest.madeIdentity
    guard made != manifest.identity else { return }
    add(
      ManifestFile.name,
      "has the identity \(manifest.identity.short), and what it holds has \(made.short)")
  }

  /// Compares the spec with what the manifest repeats of it, as values: no reading is needed.
  private mutating func checkSpec() {
    guard let spec = contents.files["spec.json"].flatMap({ JSONParser.value(of: $0.bytes) }) else {
      add("spec.json", "is no JSON")
      return
    }
    let scientific = ExperimentSpec.scientific(ofResolved: spec, by: manifest.rule)
    let kept = manifest.spec.json
    guard scientific.canonicalBytes != kept.canonicalBytes else { return }
    let keys = scientific.keys + kept.keys.filter { scientific[$0] == nil }
    let differing = keys.filter { scientific[$0]?.canonicalBytes != kept[$0]?.canonicalBytes }
    add(
      "spec.json",
      "is not the spec of the manifest: they differ in "
        + differing.map { "'\($0)'" }.joined(separator: ", "))
  }

  private mutating func checkJournal() {
    guard let file = contents.files["journal.json"] else { return }
    let report = InputReport()
    let source = SourceText(name: "journal.json", bytes: file.bytes)
    guard Journal.format.record(of: source, report) == nil else { return }
    add("journal.json", "cannot be read: \(report.diagnostics.firstInWords)")
  }

  /// Compares the columns of a table with their digests.
  private mutating func check(_ entry: TableRecord) {
    guard let file = contents.files[entry.file] else { return }
    do throws(ECSVReader.Mismatch) {
      let table = try ECSVReader.table(file.bytes, entry.schema)
      if table.rowCount != entry.rows {
        add(entry.file, "has \(table.rowCount) rows, and the manifest says \(entry.rows)")
      }
      for (index, column) in entry.columns.enumerated() {
        columnCount += 1
        let found = ColumnRecord(table.schema.columns[index], table.values[index])
        guard found.content != column.content else { continue }
        add(ManifestFile.name, "says something else of '\(column.name)' than '\(entry.file)' holds")
      }
    } catch {
      add(entry.file, "cannot be read: line \(error.line): \(error.message)")
    }
  }

  private mutating func add(_ file: String, _ message: String) {
    faults.append(RunFault(file, message))
  }
}

extension JSONValue {
  /// The keys of an object; none of anything else.
  fileprivate var keys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.key)
  }
}
