import Records
package import Support

/// A folder that is a run, or that was one before it was damaged.
package struct RunFolder: Sendable {
  package let path: String
  /// The run; `nil` if its manifest is gone or cannot be read.
  package let run: StoredRun?
  /// Why there is no run, in one line; empty if there is one.
  package let damage: String
  /// What is wrong with its manifest, each with its place.
  package let mistakes: [Diagnostic]
  /// Why the machine did not give what is there.
  let failure: FileError?

  /// The folder's name.
  package var name: String { Files.name(of: path) }

  /// Opens a folder.
  ///
  /// - Returns: `nil` if it neither is a run nor looks like one.
  package init?(at path: String) {
    guard Files.isFolder(path) else { return nil }
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.path = path
    do throws(FileError) {
      switch try ManifestFile(in: path) {
      case .sound(let manifest):
        let found = StoredRun(path, manifest)
        (run, damage, mistakes, failure) = (found, "", [], found.journalFailure)
      case .missing: (run, damage, mistakes, failure) = (nil, "it has no manifest", [], nil)
      case .damaged(let found):
        damage = "its manifest cannot be read: \(found.firstInWords)"
        (run, mistakes, failure) = (nil, found, nil)
      }
    } catch {
      damage = "its manifest cannot be read: \(error.reason)"
      (run, mistakes, failure) = (nil, [], error.isRefusal ? nil : error)
    }
    guard run != nil || looksLikeRun else { return nil }
  }

  /// The content of a file of a run, which may have any size.
  static func bytes(_ path: String) throws(FileError) -> [UInt8] {
    try Files.read(path, limit: nil)
  }

  private var looksLikeRun: Bool {
    RunName(name) != nil
      || [ManifestFile.name, RunChecksums.fileName].contains { Files.exists("\(path)/\($0)") }
  }
}
