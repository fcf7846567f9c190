import Exports
import Records
import Specs
import Support
import Tables

/// Holds the parts of a run's record against each other: identity, spec, counts and tables.
struct RecordCheck {
  private let manifest: Manifest
  private var counts: CountCheck
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
    counts = CountCheck(manifest)
    checkIdentity()
    if !damaged.contains("spec.json") { checkSpec() }
    if !damaged.contains("journal.json") { checkJournal() }
    for table in manifest.tables where !damaged.contains(table.file) { check(table) }
    for message in counts.messages { add(ManifestFile.name, message) }
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
    guard let spec = contents.bytes(of: "spec.json").flatMap({ JSONParser.value(of: $0) }) else {
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
    guard let bytes = contents.bytes(of: "journal.json") else { return }
    let report = InputReport()
    let source = SourceText(name: "journal.json", bytes: bytes)
    guard let journal = Journal.format.record(of: source, report) else {
      add("journal.json", "cannot be read: \(report.diagnostics.firstInWords)")
      return
    }
    guard journal.units != manifest.units else { return }
    add(
      "journal.json",
      "says \(journal.units.counted("unit", "units")), and the manifest \(manifest.units.grouped)")
  }

  /// Compares what the header of a table says with the manifest.
  private mutating func checkHeader(of entry: TableRecord, _ bytes: [UInt8]) {
    guard let header = ECSVHeader(bytes) else {
      add(entry.file, "has no header that can be read")
      return
    }
    let told = ECSVHeader(entry.schema)
    let heads = [
      ("name", told.table, header.table),
      (
        "keys", told.keys.joined(separator: ", "),
        header.keys.joined(separator: ", ")
      ),
      ("axes", told.axes.joined(separator: ", "), header.axes.joined(separator: ", ")),
      (
        "columns", told.columns.map(\.name).joined(separator: ", "),
        header.columns.map(\.name).joined(separator: ", ")
      ),
    ]
    for (part, told, found) in heads where told != found {
      add(
        ManifestFile.name,
        "has '\(told)' for the \(part) of '\(entry.file)', and that has '\(found)'")
    }
    for (column, own) in zip(told.columns, header.columns) where column.name == own.name {
      let parts = [
        ("unit", column.unit, own.unit), ("type", column.datatype, own.datatype),
        ("description", column.description, own.description),
      ]
      for (part, told, found) in parts where told != found {
        add(
          ManifestFile.name,
          "has '\(told)' for the \(part) of '\(column.name)', and '\(entry.file)' has '\(found)'")
      }
    }
  }

  /// How long the header of a table is at most.
  private static let longestHeader = 1 << 22

  /// Compares the columns of a table with their digests.
  private mutating func check(_ entry: TableRecord) {
    guard let file = contents.files[entry.file],
      let head = try? Files.part(of: file.path, from: 0, count: Self.longestHeader)
    else { return }
    if file.byteCount != entry.bytes {
      add(
        ManifestFile.name,
        "says \(entry.bytes.grouped) bytes of '\(entry.file)', which has "
          + file.byteCount.grouped
      )
    }
    checkHeader(of: entry, head)
    var (rows, schema) = (0, entry.schema)
    var digests = schema.columns.map { ColumnDigest($0) }
    var counts = counts
    let found = try? StoredTable.parts(of: file.path, entry.schema) { part in
      rows += part.rowCount
      schema = part.schema
      for place in digests.indices {
        digests[place].learn(part.schema.columns[place])
        digests[place].take(part.values[place])
      }
      counts.take(part)
    }
    guard let found else { return }
    if let mismatch = found.mismatch {
      add(entry.file, "cannot be read: line \(mismatch.line): \(mismatch.message)")
      return
    }
    if rows != entry.rows {
      add(entry.file, "has \(rows) rows, and the manifest says \(entry.rows)")
    }
    for place in digests.indices { digests[place].lookAgain() }
    if digests.contains(where: \.needsAnotherLook) {
      _ = try? StoredTable.parts(of: file.path, entry.schema) { part in
        for place in digests.indices { digests[place].takeAgain(part.values[place]) }
      }
    }
    for (place, column) in entry.columns.enumerated() {
      columnCount += 1
      let hasNewWords = column.words.map { schema.columns[place].words.count > $0.count }
      guard digests[place].record.content != column.content || hasNewWords == true else { continue }
      add(ManifestFile.name, "says something else of '\(column.name)' than '\(entry.file)' holds")
    }
    counts.end(entry.name)
    self.counts = counts
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
