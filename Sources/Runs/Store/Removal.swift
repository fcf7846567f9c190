import Machine
import Support

/// How things are removed that others may be removing or writing at the same time.
enum Removal {
  /// How often a step is tried again that another process got in the way of; each time it has come
  /// further.
  private static let patience = 100

  /// Removes a file, or a folder with what is in it; what another process removes meanwhile is
  /// gone as it should be.
  ///
  /// - Throws: ``FileError`` if it is still there.
  static func remove(_ path: String) throws(FileError) {
    try persist(until: path) { () throws(FileError) in try Files.remove(path) }
  }

  /// Takes a folder its name and puts it where half of it is no run, and then removes it.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - folder: Where it is put; it is made.
  ///   - ending: Ends its name there.
  /// - Throws: ``FileError`` if it is still there.
  static func discard(_ path: String, into folder: String, _ ending: String) throws(FileError) {
    let target = "\(folder)/\(Files.name(of: path))-\(RandomToken.make())\(ending)"
    try persist(until: path) { () throws(FileError) in
      try Files.makeFolder(folder)
      guard try Files.rename(path, to: target) else {
        throw FileError("rename", path, "'\(target)' is in the way")
      }
    }
    try remove(target)
  }

  /// Tries a step until it succeeds or its object is gone.
  private static func persist(
    until path: String, _ step: () throws(FileError) -> Void
  ) throws(FileError) {
    for _ in 1..<patience {
      do throws(FileError) {
        return try step()
      } catch {
        if Files.kind(of: path) == nil { return }
      }
    }
    try step()
  }
}
