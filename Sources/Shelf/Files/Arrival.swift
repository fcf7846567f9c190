import Runs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file on its way to its place: it has its name only when it is whole and on the disk.
///
/// Whoever begins an arrival ends it, by ``finish()`` or by ``abandon()``.
struct Arrival {
  /// Where the file belongs.
  let path: String
  /// Where it is written until it is whole.
  let part: String
  /// The folders that were made for it, the innermost first.
  private let folders: [String]

  /// Prepares the folder of a file.
  init(at path: String) throws(FileError) {
    let folder = Files.parent(of: path)
    var (made, outer) = ([String](), folder)
    while !Files.exists(outer) {
      made.append(outer)
      outer = Files.parent(of: outer)
    }
    self.path = path
    part = "\(folder)/.\(Files.name(of: path)).part-\(getpid())"
    folders = made
    do {
      try Files.makeFolder(folder)
    } catch {
      abandon()
      throw error
    }
  }

  /// Gives the file, which is on the disk, its name.
  func finish() throws(FileError) {
    do throws(FileError) {
      guard try Files.rename(part, to: path) else {
        throw FileError("write", path, "something is in its place")
      }
    } catch {
      abandon()
      throw error
    }
  }

  /// Removes what there is of the file, and the folders that were made for it if they are empty.
  func abandon() {
    try? Files.remove(part)
    for folder in folders { Files.removeIfEmpty(folder) }
  }
}
