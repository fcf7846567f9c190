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
        (run, damage, mistakes) = (StoredRun(path, manifest), "", [])
      case .missing: (run, damage, mistakes) = (nil, "it has no manifest", [])
      case .damaged(let found):
        damage = "its manifest cannot be read: \(found.firstInWords)"
        (run, mistakes) = (nil, found)
      }
    } catch {
      damage = "its manifest cannot be read: \(error.reason)"
      (run, mistakes) = (nil, [])
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

  /// What the run is called, as far as its folder tells.
  var experiment: String {
    run?.experiment ?? RunName(name)?.experiment ?? name
  }

  /// The identity of the run, or the start of it that the folder's name has; `nil` if neither
  /// tells.
  var identity: String? {
    run?.manifest.identity.description ?? RunName(name)?.hash
  }

  /// Whether a word is the start of the run's hash.
  func isMeant(byHash word: String) -> Bool {
    !word.isEmpty && identity?.hasPrefix(word.lowercased()) == true
  }

  /// Whether the folder has the name of its run, as a copy beside it has not.
  var hasOwnName: Bool {
    run.map { name == "\($0.experiment)-\($0.manifest.identity.short)" } ?? false
  }
}
