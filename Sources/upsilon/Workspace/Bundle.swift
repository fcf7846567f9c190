import Records
import Reports
import Runs
import Shelf
import Support

/// Runs with all that somebody else needs of them, on their way into one archive.
struct Bundle {
  let subject: BundleSubject
  /// The files, the checksums among them.
  let files: [ArchivedFile]
  /// What is not enclosed, in sentences.
  let omissions: [String]
  /// What else is to be known before it is handed on, in sentences.
  let warnings: [String]

  /// Puts the parts together and describes them.
  init(_ parts: [BundlePart], by program: BundleProgram) {
    let subject = BundleSubject(parts.map(\.bundled), by: program)
    var omissions = parts.flatMap(\.omissions).distinct
    if subject.authors.isEmpty {
      omissions.append(
        "\(CitationFile.fileName) and \(ZenodoRecord.fileName), as "
          + "\(parts.count == 1 ? "the spec names no" : "not every spec names its") 'authors'")
    }
    // Runs of one dataset have its files once.
    var known: Set<String> = []
    var files = parts.flatMap(\.files).filter { known.insert($0.path).inserted }
    files += Self.registry(of: parts.compactMap(\.data.entry)).asList
    files += [
      ArchivedFile("references.bib", subject.references),
      ArchivedFile(
        ReproduceScript.fileName, ReproduceScript(subject.runs).bytes, isExecutable: true),
      ArchivedFile(
        BundleReadme.fileName, BundleReadme(subject, omissions: omissions).bytes),
    ]
    if let citation = CitationFile(subject) {
      files.append(ArchivedFile(CitationFile.fileName, citation.bytes))
    }
    if let record = ZenodoRecord(subject) {
      files.append(ArchivedFile(ZenodoRecord.fileName, record.bytes))
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let described = files.map {
      BundledFile($0.path, sha256: $0.sha256.description, bytes: $0.bytes)
    }
    let crate = CrateMetadata(subject, files: described, sums: RunChecksums.fileName)
    files.append(ArchivedFile(CrateMetadata.fileName, crate.bytes))
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let sums = files.map { "\($0.sha256)  \($0.path)\n" }.joined()
    self.files = files + [ArchivedFile(RunChecksums.fileName, Array(sums.utf8))]
    (self.subject, self.omissions) = (subject, omissions)
    warnings = parts.flatMap(\.warnings)
  }

  /// A registry of the datasets that the program does not know; `nil` for none.
  private static func registry(of entries: [DatasetEntry]) -> ArchivedFile? {
    var known: Set<String> = []
    let values = entries.filter { known.insert($0.name).inserted }.compactMap(\.json)
    guard !values.isEmpty else { return nil }
    let value: JSONValue = ["registry": 1, "datasets": .array(values)]
    return ArchivedFile("data/registry.json", value.readableBytes)
  }

  /// Writes the archive, whole or not at all.
  ///
  /// - Parameter path: Where nothing is yet.
  /// - Throws: `InputRejected` if something has the path, or if there is too much for an archive;
  ///   `FileError` if it cannot be written.
  /// - Returns: How many bytes it has.
  func write(to path: String) throws -> Int {
    if let objection = ZipWriter.objection(to: files) {
      throw InputRejected("the bundle \(objection)", help: "bundle fewer runs at a time")
    }
    let archive = try NewFile(at: path)
    do {
      try ZipWriter.write(files, to: archive)
    } catch {
      archive.abandon()
      throw error
    }
    guard try archive.take() else { throw InputRejected([Self.isThere(path)]) }
    return ZipWriter.size(of: files)
  }

  /// That something has the path of a bundle.
  static func isThere(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "'\(path)' is there already", at: nil,
      help: "remove it, or name another file: nothing is written over")
  }
}
