package import Records
package import Support

/// What a run was when someone pinned it: a file beside the spec, to be kept under version control.
///
/// It has the parts of a manifest that tell whether a result is still what it was: identity,
/// engine, inputs, spec, sample, and the digests and statistics of every column. It does not name
/// files.
package struct RunLock: Equatable, Sendable {
  /// Raised when the layout of the file changes.
  package static let version = 1

  /// The parts of a manifest that a lock has as they are.
  private static let parts = [
    "name", "identity", "engine", "inputs", "spec", "sample", "cells", "units", "statuses",
  ]
  /// What a lock says of each table.
  private static let tableParts = ["name", "rows", "axes", "keys", "constants"]
  /// What a lock says of each column; not its description, which no result depends on.
  private static let columnParts = [
    "name", "kind", "unit", "sha256", "missing", "distinct", "min", "max", "mean", "std",
  ]

  package let json: JSONValue

  /// The identity of the run.
  package var identity: String { json["identity"]?.string ?? "" }

  /// The lock as one side of a diff.
  ///
  /// - Parameter label: What the user calls it.
  /// - Returns: A side without rows.
  package func side(_ label: String) -> DiffSide {
    DiffSide(label, manifest: Manifest(json))
  }

  /// The lock of a finished run.
  package init(_ manifest: Manifest) {
    func kept(_ value: JSONValue, _ keys: [String]) -> [JSONValue.Member] {
      keys.compactMap { key in value[key].map { .init(key, $0) } }
    }
    let tables = (manifest.json["tables"]?.array ?? []).map { table -> JSONValue in
      let columns = (table["columns"]?.array ?? []).map { column in
        JSONValue.object(kept(column, Self.columnParts))
      }
      return .object(kept(table, Self.tableParts) + [.init("columns", .array(columns))])
    }
    json = .object(
      [.init("lock", .number(Double(Self.version)))] + kept(manifest.json, Self.parts)
        + [.init("tables", .array(tables))])
  }

  /// A lock as it was read.
  ///
  /// - Returns: `nil` if it is of another version, or lacks what a result is held against.
  package init?(_ json: JSONValue) {
    let manifest = Manifest(json)
    guard json["lock"]?.count == Self.version, Fingerprint(manifest.identity) != nil,
      json["inputs"]?.array != nil, json["spec"]?.members != nil,
      let tables = json["tables"]?.array,
      tables.allSatisfy({ $0["name"]?.string != nil && $0["columns"]?.array != nil })
    else { return nil }
    self.json = json
  }

  /// Where the lock of a spec stands.
  package static func path(of spec: String) -> String {
    spec + PinnedRuns.suffix
  }

  /// Reads the lock of a spec.
  ///
  /// - Parameter spec: The file of the spec.
  /// - Returns: `nil` if the spec was not pinned.
  /// - Throws: ``FileError`` if the lock cannot be read, `InputRejected` if it is no lock of this
  ///   version.
  package static func read(of spec: String) throws -> RunLock? {
    let path = path(of: spec)
    guard Files.exists(path) else { return nil }
    let report = InputReport()
    let source = SourceText(name: path, bytes: try Files.read(path))
    let node = JSONParser.parse(source, report)
    try report.check()
    guard let lock = node.flatMap({ RunLock($0.plain) }) else {
      throw InputRejected(
        "'\(path)' is no lock of version \(version), or not a whole one",
        help: "restore it, or remove it and 'upsilon pin \(spec)' writes a new one")
    }
    return lock
  }

  /// Writes the lock beside its spec; it is there in full or not at all.
  ///
  /// - Parameter spec: The file of the spec.
  /// - Throws: ``FileError``, and what was there stays.
  package func write(besides spec: String) throws(FileError) {
    let path = Self.path(of: spec)
    let part = "\(path).part"
    try Files.write(json.readableBytes, to: part)
    guard try Files.rename(part, to: path) else {
      throw FileError("write", path, "a folder is in the way")
    }
  }
}
