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
  /// - Returns: The first format for whose required roles there are files; `table` where there is
  ///   none.
  package static func format(of path: String) throws(FileError) -> String {
    let names = try names(in: path)
    let reader = DatasetReaders.all.first { reader in
      reader.roles.filter(\.isRequired).allSatisfy { role in
        names.contains { role.matches(fileName: $0) }
      }
    }
    return reader?.name ?? "table"
  }

  private static func names(in path: String) throws(FileError) -> [String] {
    if Files.isFolder(path) { return try Files.names(in: path) }
    guard path.lowercased().hasSuffix(".zip"),
      let archive = ZipArchive(path, try Files.read(path), at: nil, InputReport())
    else { return [Files.name(of: path)] }
    return archive.members.map(\.name)
  }
}
