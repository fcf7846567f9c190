import Runs

/// A file that comes to its place in a data folder: it has its name only when it is whole and on
/// the disk.
enum Arrival {
  /// Puts a file in its place; what had its name is gone.
  ///
  /// - Parameters:
  ///   - content: The file, which is right.
  ///   - path: Where it belongs; folders that are not there are made.
  /// - Throws: ``FileError``, with nothing left behind.
  static func put(_ content: [UInt8], at path: String) throws(FileError) {
    let folder = Files.parent(of: path)
    var (made, outer) = ([String](), folder)
    while Files.isMissing(outer) {
      made.append(outer)
      outer = Files.parent(of: outer)
    }
    var failure: FileError?
    // Another process that fails may remove the folder while it is empty.
    for attempt in 0..<100 {
      do throws(FileError) {
        try Files.makeFolder(folder)
        return try Files.replace(path, with: content)
      } catch {
        failure = error
        if attempt >= 2, !Files.isMissing(folder) { break }
      }
    }
    for folder in made { Files.removeIfEmpty(folder) }
    if let failure { throw failure }
  }

  /// Removes what killed processes have left in the folder of a dataset.
  ///
  /// A file that a living process holds stays. Where nobody can tell, as on a file system without
  /// locks, and of what earlier programs wrote without holding it, one that was written within the
  /// last hour stays. What cannot be removed does so as well.
  static func sweep(_ folder: String) {
    guard let entries = try? FolderEntries(of: folder) else { return }
    let temporaries = entries.names.filter(TemporaryName.isTemporary).map { "\(folder)/\($0)" }
    let earlier = entries.names.filter(isOfEarlierPrograms).map { "\(folder)/\($0)" }
    for path in Files.abandoned(among: temporaries)
      + earlier.filter({ Files.kind(of: $0) == .file && Files.hasRested($0) })
    {
      try? Files.remove(path)
    }
  }

  /// Whether a name is of the form that earlier programs gave: `.points.csv.part-123`.
  private static func isOfEarlierPrograms(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard name.hasPrefix("."), parts.count > 2, let last = parts.last, last.hasPrefix("part-")
    else { return false }
    let number = last.dropFirst("part-".count)
    return !number.isEmpty && number.allSatisfy { ("0"..."9").contains($0) }
  }
}
