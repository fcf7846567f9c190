import Exports
import Runs
import Support

/// A folder of an export.
enum ExportFolder {
  /// Writes a folder, which has its name only when it is whole.
  ///
  /// - Parameters:
  ///   - tables: What is written.
  ///   - format: As what.
  ///   - options: How.
  ///   - path: Where; nothing may be there.
  /// - Throws: `InputRejected` where something is, `FileError`, with nothing left behind.
  static func write(
    _ tables: [ExportedTable], as format: any FolderFormat.Type, _ options: ExportOptions,
    at path: String
  ) throws {
    let taken = InputRejected(
      "there is something at '\(path)' already, and a folder takes the place of nothing",
      help: "name another place, or remove it")
    guard Files.kind(of: path) == nil else { throw taken }
    let part = TemporaryName.make(for: path)
    do {
      try Files.makeFolder(part)
      try format.write(tables, options) { name, bytes in
        let file = "\(part)/\(name)"
        try Files.makeFolder(Files.parent(of: file))
        try Files.replace(file, with: bytes)
      }
      guard try Files.rename(part, to: path) else { throw taken }
    } catch {
      try Files.remove(part)
      throw error
    }
  }
}
