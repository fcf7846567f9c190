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
    if manifest.tables.count != manifest.json["tables"]?.array?.count {
      add("manifest.json", "describes a table in a way that this program does not know")
    }
    for (position, table) in manifest.tables.enumerated() where !damaged.contains(table.file) {
      check(table, manifest.json["tables"]?.array?[position]["columns"]?.array ?? [])
    }
  }

  private mutating func checkIdentity() {
    let made = manifest.madeIdentity.description
    guard made != manifest.identity else { return }
    add(
      "manifest.json",
      "has the identity \(manifest.identity.prefix(12)), and what it holds has \(made.prefix(12))")
  }

  /// Compares the spec with what the manifest repeats of it, as values: no reading is needed.
  private mutating func checkSpec() {
    guard let spec = contents.files["spec.json"].flatMap({ JSONParser.value(of: $0.bytes) }) else {
      add("spec.json", "is no JSON")
      return
    }
    let scientific = ExperimentSpec.scientific(ofResolved: spec)
    guard scientific.canonicalBytes != manifest.json["spec"]?.canonicalBytes else { return }
    let keys = (scientific.members ?? []).filter {
      $0.value.canonicalBytes != manifest.json["spec"]?[$0.key]?.canonicalBytes
    }
    add(
      "spec.json",
      "is not the spec of the manifest: they differ in "
        + keys.map { "'\($0.key)'" }.joined(separator: ", "))
  }

  /// Compares the columns of a table with their digests.
  private mutating func check(
    _ entry: (file: String, sha256: String, rows: Int, schema: TableSchema), _ said: [JSONValue]
  ) {
    guard let file = contents.files[entry.file] else { return }
    do throws(ECSVReader.Mismatch) {
      let table = try ECSVReader.table(file.bytes, entry.schema)
      if table.rowCount != entry.rows {
        add(entry.file, "has \(table.rowCount) rows, and the manifest says \(entry.rows)")
      }
      for (index, column) in entry.schema.columns.enumerated() {
        columnCount += 1
        let digest = ColumnDigest(table.schema.columns[index], table.values[index])
        guard !digest.agrees(with: said[index]) else { continue }
        add("manifest.json", "says something else of '\(column.name)' than '\(entry.file)' holds")
      }
    } catch {
      add(entry.file, "cannot be read: line \(error.line): \(error.message)")
    }
  }

  private mutating func add(_ file: String, _ message: String) {
    faults.append(RunFault(file, message))
  }
}
