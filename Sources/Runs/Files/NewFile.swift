import Machine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file on its way to its place: it has its name only when it is whole and on the disk.
///
/// Until then it is beside its place under a name that nobody else has, and held, so that others
/// see that it is not abandoned. It ends by ``replace()``, ``take()`` or ``abandon()``.
package final class NewFile {
  /// Where the file belongs.
  package let path: String
  /// Where it is until it is whole.
  package let part: String
  private let descriptor: Int32
  private var isOpen = true

  /// Begins a file.
  ///
  /// - Parameter path: Where it belongs; the folder is there.
  /// - Throws: ``FileError``, with nothing left behind.
  package init(at path: String) throws(FileError) {
    self.path = path
    var part = TemporaryName.make(for: path)
    var made = Files.made(part)
    // Between making and holding it somebody who tidies up may take it for abandoned.
    while made >= 0, !Files.holdNew(made) {
      close(made)
      part = TemporaryName.make(for: path)
      made = Files.made(part)
    }
    guard made >= 0 else { throw FileError("write", path, number: errno) }
    descriptor = made
    self.part = part
  }

  deinit {
    abandon()
  }

  /// Writes more of it.
  ///
  /// - Throws: ``FileError``; the file is abandoned then.
  package func append(_ bytes: [UInt8]) throws(FileError) {
    do throws(SystemError) {
      try Descriptor(descriptor).writeAll(bytes)
    } catch {
      throw ended(FileError("write", path, number: error.number))
    }
  }

  /// Gives the file its name; what had it is gone.
  ///
  /// - Throws: ``FileError``, and what was there stays, unless only the folder cannot be brought to
  ///   the disk any more.
  package func replace() throws(FileError) {
    try flush()
    guard uninterrupted({ rename(part, path) }) == 0 else {
      let isFolder = errno == EISDIR || errno == EEXIST || errno == ENOTEMPTY
      throw ended(
        isFolder
          ? FileError("write", path, "a folder is in the way")
          : FileError("write", path, number: errno))
    }
    try settle()
  }

  /// Gives the file its name if nothing has it.
  ///
  /// - Returns: `false` if something has the name; it stays, and this file is gone.
  /// - Throws: ``FileError``, with nothing left behind.
  package func take() throws(FileError) -> Bool {
    try flush()
    var isTaken = uninterrupted { link(part, path) } == 0
    var number = isTaken ? 0 : errno
    if Self.withoutLinks.contains(number) {
      // A file system without links: an empty file keeps the place for this one.
      let place = Files.made(path)
      number = place < 0 ? errno : 0
      if place >= 0 {
        close(place)
        isTaken = uninterrupted { rename(part, path) } == 0
        number = isTaken ? 0 : errno
        if !isTaken { unlink(path) }
      }
    }
    guard isTaken else {
      abandon()
      if number == EEXIST { return false }
      throw FileError("write", path, number: number)
    }
    unlink(part)
    do throws(FileError) {
      try settle()
    } catch {
      unlink(path)
      throw error
    }
    return true
  }

  /// How file systems say that they have no links.
  private static let withoutLinks = [EPERM, EOPNOTSUPP, ENOTSUP, ENOSYS, EMLINK, EXDEV]

  /// Removes what there is of the file; nothing if it has come to its place.
  package func abandon() {
    guard isOpen else { return }
    unlink(part)
    end()
  }

  private func flush() throws(FileError) {
    guard uninterrupted({ fsync(descriptor) }) == 0 else {
      throw ended(FileError("write", path, number: errno))
    }
  }

  /// Waits until the name is on the disk.
  private func settle() throws(FileError) {
    end()
    try Files.flushFolder(Files.parent(of: path))
  }

  private func ended(_ error: FileError) -> FileError {
    abandon()
    return error
  }

  private func end() {
    isOpen = false
    close(descriptor)
  }
}
