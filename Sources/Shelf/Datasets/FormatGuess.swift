import Datasets
package import Runs
import Specs
import Support

/// The format of files that come without a spec, by their names.
package enum FormatGuess {
  /// Guesses.
  ///
  /// - Parameter path: A file, a folder or an archive.
  /// - Throws: ``FileError`` if it cannot be looked into.
  /// - Returns: The format for whose required roles there are files; `table` where there is
  ///   none.
  package static func format(of path: String) throws(FileError) -> String {
    let names = try names(in: path).filter { !$0.hasPrefix(".") }
    // Formats that take files of any name are for those that no other one knows.
    let known = DatasetReaders.all.filter { !$0.roles.contains { $0.fileName == "*" } }
    let fitting = known.filter { reader in
      let found = FileSelection(reader: reader, settings: TableSettings()).candidates(among: names)
      return reader.roles.filter(\.isRequired).allSatisfy { role in
        found.contains { $0.role.name == role.name }
      }
    }
    return fitting.map { $0.name }.min() ?? "table"
  }

  private static func names(in path: String) throws(FileError) -> [String] {
    if Files.isFolder(path) { return try Files.names(in: path) }
    let bytes = try Files.read(path)
    guard ZipArchive.isArchive(path, bytes),
      let archive = ZipArchive(path, bytes, at: nil, InputReport())
    else { return [Files.name(of: path)] }
    return archive.members.map(\.name)
  }
}
