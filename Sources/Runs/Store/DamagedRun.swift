import Records
package import Support

/// A run stands where it should, and its record is not whole: nothing is believed of it or written
/// into it.
package struct DamagedRun: Error, Equatable, Sendable, CustomStringConvertible {
  /// The folder, as a path the user can use.
  package let path: String
  /// What is wrong, as the end of a sentence about the run.
  package let damage: String
  /// What to do about it.
  package let help: Advice

  package var description: String { "run '\(path)' \(damage)" }

  /// A run that lacks files.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - files: The paths inside that have no file.
  init(_ path: String, lacking files: [String]) {
    self.path = path
    let names = files.map { "'\($0)'" }.joined(separator: ", ")
    damage = "lacks \(files.count == 1 ? "a file" : "files") of its record: \(names)"
    help = "move the folder away and run its spec again"
  }

  /// A run whose manifest is not the one that was written.
  init(ofChangedManifestIn path: String) {
    self.path = path
    damage =
      "is damaged: '\(ManifestFile.name)' is not the file that '\(RunChecksums.fileName)' has the "
      + "hash of"
    help = """
      \(command: "verify", path) says which of them is damaged; move the folder away and run its \
      spec again
      """
  }
}
