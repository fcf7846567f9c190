import Plans
import Records
import Specs
import Support

/// A run under another name that is what a plan would make, since it has the plan's identity.
struct RunTwin {
  /// The name of its folder.
  let name: String
  /// Its folder.
  let path: String
  /// Its manifest and its tables.
  let files: [RunFile]

  /// Looks for a twin; one that has changed since it was made is passed over.
  ///
  /// - Throws: ``FileError`` if the folder of runs cannot be read.
  init?(of plan: Plan, in store: RunStore) throws(FileError) {
    guard Files.isFolder(store.root) else { return nil }
    let identity = plan.identity.fingerprint
    for name in try FolderEntries(of: store.root).names where RunName(name)?.hash == identity.short
    {
      guard name != plan.runName, let run = try? StoredRun(at: "\(store.root)/\(name)"),
        run.manifest.identity == identity, let files = try? Self.files(of: run)
      else { continue }
      (self.name, self.path, self.files) = (name, run.path, files)
      return
    }
    return nil
  }

  /// The manifest and the tables of a run; `nil` if one of them is not what it was.
  private static func files(of run: StoredRun) throws(FileError) -> [RunFile]? {
    let checksums = RunChecksums(try RunFolder.bytes("\(run.path)/\(RunChecksums.fileName)"))
    let known =
      [(ManifestFile.name, checksums[ManifestFile.name]?.sha256)]
      + run.manifest.tables.map { ($0.file, $0.sha256) }
    var files: [RunFile] = []
    for (path, sha256) in known {
      var (hash, size) = (SHA256(), 0)
      try Files.pieces(of: "\(run.path)/\(path)") { piece in
        hash.update(piece)
        size += piece.count
      }
      let found = Fingerprint(hash: hash.finish())
      guard found.description == sha256 else { return nil }
      files.append(RunFile(path, written: found, size: size))
    }
    return files
  }
}
