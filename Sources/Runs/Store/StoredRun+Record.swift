import Records
import Support

extension StoredRun {
  /// The files that the record of every run has, besides its tables.
  static let recordFiles = [
    RunChecksums.fileName, "journal.json", ManifestFile.name, "spec.json",
  ]

  /// Checks that a folder which is a run has every file of its record.
  ///
  /// A folder without a manifest is one that lost it where other files of a record are there; what
  /// has none of them is a stranger's.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - identity: That of the run.
  /// - Throws: ``DamagedRun`` if a file is missing, ``FileError`` if the manifest cannot be read.
  static func checkRecord(at path: String, of identity: Fingerprint) throws {
    func lacks(_ file: String) throws -> Bool { try Files.size(of: "\(path)/\(file)") == nil }
    let missing: [String]
    switch try ManifestFile(in: path) {
    case .damaged: return
    case .sound(let manifest):
      guard manifest.identity == identity else { return }
      missing = try (recordFiles + manifest.tables.map(\.file)).filter(lacks)
    case .missing:
      let lost = try recordFiles.filter(lacks)
      if lost == recordFiles { return }
      let sums = (try? RunFolder.bytes("\(path)/\(RunChecksums.fileName)")).map { RunChecksums($0) }
      let listed = sums.asList.flatMap(\.lines).map(\.path).filter { !recordFiles.contains($0) }
      missing = try lost + listed.filter(lacks)
    }
    if !missing.isEmpty { throw DamagedRun(path, lacking: missing) }
  }

  /// The manifest's file as one value.
  ///
  /// - Throws: ``FileError`` if it cannot be read, or is no JSON any more.
  func manifestJSON() throws(FileError) -> JSONValue {
    let file = "\(path)/\(ManifestFile.name)"
    guard let value = JSONParser.value(of: try RunFolder.bytes(file)) else {
      throw FileError("read", file, "it is no JSON")
    }
    return value
  }

  /// Holds the manifest against its line in the checksums, before anything is believed of it.
  ///
  /// - Throws: ``DamagedRun`` if it is not the file that was written, or if there are no checksums,
  ///   which every run has; ``FileError`` if a file cannot be read.
  package func checkManifest() throws {
    guard try Files.size(of: "\(path)/\(RunChecksums.fileName)") != nil else {
      throw DamagedRun(path, lacking: [RunChecksums.fileName])
    }
    try Self.checkManifest(at: "\(path)/\(ManifestFile.name)")
  }

  /// Holds a manifest against the checksums beside it; one that stands alone has none.
  ///
  /// - Parameter path: Its file.
  /// - Throws: ``DamagedRun`` if it is not the file that was written, ``FileError`` if a file
  ///   cannot be read.
  package static func checkManifest(at path: String) throws {
    let folder = Files.parent(of: path)
    let sums = Files.path(RunChecksums.fileName, from: folder)
    guard Files.name(of: path) == ManifestFile.name, try Files.size(of: sums) != nil else { return }
    let line = RunChecksums(try RunFolder.bytes(sums))[ManifestFile.name]
    let found = Fingerprint(of: try RunFolder.bytes(path))
    guard line?.sha256 == found.description else { throw DamagedRun(ofChangedManifestIn: folder) }
  }
}
