import Records
import Support

/// Holds every file of a run against its checksums, and against the manifest where that has its
/// hash.
///
/// Two records of one hash tell which file is damaged: the table itself, the manifest, or the list
/// of checksums. A list that differs from the truth in a digit or two is itself what is damaged, as
/// any change of a file changes most digits of its hash.
struct ChecksumCheck {
  /// The files that every run has.
  static let record = ["journal.json", ManifestFile.name, "spec.json"]
  /// Two hashes of different contents agree in about four of 64 digits.
  private static let fewDigits = 8

  private let contents: FolderContents
  private let checksums: RunChecksums?
  /// What the manifest says of the tables, if the manifest itself is as it was.
  let manifest: Manifest?
  private(set) var faults: [RunFault] = []

  init(_ contents: FolderContents) {
    let checksums = contents.bytes(of: RunChecksums.fileName).map { RunChecksums($0) }
    self.contents = contents
    self.checksums = checksums
    let file = contents.bytes(of: ManifestFile.name).map {
      ManifestFile(SourceText(name: ManifestFile.name, bytes: $0))
    }
    manifest = file.flatMap { Self.unchanged($0, contents, checksums) }
    if case .damaged(let mistakes) = file {
      add(ManifestFile.name, "cannot be read: \(mistakes.firstInWords)")
    }
    check(manifest)
  }

  /// The manifest, if it is as it was when the run was made.
  private static func unchanged(
    _ file: ManifestFile, _ contents: FolderContents, _ checksums: RunChecksums?
  ) -> Manifest? {
    guard let manifest = file.manifest else { return nil }
    return switch relation(contents, checksums, ManifestFile.name) {
    case .same, .damagedLine: manifest
    case .other: nil
    case .unlisted: manifest.madeIdentity == manifest.identity ? manifest : nil
    }
  }

  /// How a file compares with its line.
  private enum Relation {
    case same
    /// All but a few digits agree: the line is damaged.
    case damagedLine
    case other
    case unlisted
  }

  private static func relation(
    _ contents: FolderContents, _ checksums: RunChecksums?, _ path: String
  ) -> Relation {
    guard let line = checksums?[path], let file = contents.files[path] else { return .unlisted }
    let digits = differingDigits(line.sha256, file.sha256)
    return digits == 0 ? .same : digits <= fewDigits ? .damagedLine : .other
  }

  private static func differingDigits(_ one: String, _ other: String) -> Int {
    zip(one.utf8, other.utf8).count { $0 != $1 }
  }

  /// Finds every fault.
  private mutating func check(_ manifest: Manifest?) {
    var known: [String: String] = [:]
    if let manifest {
      for table in manifest.tables { known[table.file] = table.sha256 }
    }
    checkList()
    let expected = Set(Self.record).union(known.keys)
    // A file that the manifest does not know is none of the run, listed or not.
    let listed = checksums.asList.flatMap(\.lines).map(\.path).filter { path in
      manifest == nil || expected.contains(path) || contents.files[path] == nil
    }
    var misnamed: Set<String> = []
    for path in Set(listed).subtracting(expected) where contents.files[path] == nil {
      guard let line = checksums?[path], contents.obstacle(at: path) == nil,
        let right = expected.first(where: {
          checksums?[$0] == nil && contents.files[$0]?.sha256 == line.sha256
        })
      else { continue }
      misnamed.formUnion([path, right])
      add(RunChecksums.fileName, "line \(line.number) has '\(path)' in the place of '\(right)'")
    }
    for path in expected.union(listed).subtracting(misnamed) { check(path, known[path]) }
    checkStrangers(expected.union(listed))
    faults.sort { ($0.file, $0.message) < ($1.file, $1.message) }
  }

  private mutating func checkList() {
    let name = RunChecksums.fileName
    guard let checksums else {
      add(name, contents.obstacle(at: name).map { "is \($0.rawValue)" } ?? "is missing")
      return
    }
    for mistake in checksums.mistakes { add(name, mistake) }
  }

  /// Checks one file that the run should have.
  ///
  /// - Parameters:
  ///   - path: Which one.
  ///   - known: The hash that the manifest gives.
  private mutating func check(_ path: String, _ known: String?) {
    guard let file = contents.files[path] else {
      add(path, contents.obstacle(at: path).map { "is \($0.rawValue), not a file" } ?? "is missing")
      return
    }
    let relation = Self.relation(contents, checksums, path)
    let line = checksums?[path]?.number ?? 0
    switch (relation, known.map { $0 == file.sha256 }) {
    case (.same, nil), (.same, true): break
    case (.same, false):
      add(path, "fits \(RunChecksums.fileName), but the manifest was made with another content")
    case (.damagedLine, nil), (.damagedLine, true), (.other, true):
      add(RunChecksums.fileName, "line \(line) has not the hash of '\(path)', which is right")
    case (.other, nil), (.other, false), (.damagedLine, false):
      add(path, "has changed since the run was made")
    case (.unlisted, false): add(path, "has changed since the run was made")
    case (.unlisted, nil), (.unlisted, true):
      // A line that cannot be read, or a list that is not there, was told already.
      if checksums?.mistakes.isEmpty == true {
        add(RunChecksums.fileName, "has no line for '\(path)'")
      }
    }
  }

  /// Tells what does not belong to the run.
  private mutating func checkStrangers(_ known: Set<String>) {
    let own = known.union([RunChecksums.fileName]).union(checkedInputs())
    let folders = Set(
      known.filter { $0.contains("/") }.map(Files.parent) + [KeptInputs.folder, RunView.figures])
    let strangers =
      contents.files.keys.filter { !own.contains($0) && !RunView.isView($0) }
      + contents.folders.subtracting(folders).subtracting(own)
      + contents.others.keys.filter { !own.contains($0) }
    for path in strangers { add(path, "does not belong to the run") }
  }

  /// Checks the data files that the run keeps: their names are their hashes.
  ///
  /// - Returns: Those of them that are its inputs by their names.
  private mutating func checkedInputs() -> [String] {
    let inputs = manifest.map { $0.inputs.map { "\(KeptInputs.folder)/\($0.sha256)" } }
    let own = contents.files.filter { path, file in
      inputs?.contains(path) ?? (path == "\(KeptInputs.folder)/\(file.sha256)")
    }
    for (path, file) in own where !path.hasSuffix("/\(file.sha256)") {
      add(path, "has changed: its name is not its SHA-256 any more")
    }
    return Array(own.keys)
  }

  private mutating func add(_ file: String, _ message: String) {
    faults.append(RunFault(file, message))
  }
}
