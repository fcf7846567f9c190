import Galaxies
import Records
import Support
import Synchronization

/// The folder in which a run is written, until it is whole and gets its name.
final class Publication: Sendable {
  let folder: String
  /// The folders that were made.
  private let folders: Mutex<Set<String>>

  /// Begins a run.
  ///
  /// - Parameter folder: Where it is written.
  /// - Throws: ``FileError``, with nothing left behind.
  init(in folder: String) throws(FileError) {
    self.folder = folder
    folders = Mutex([folder])
    try Files.makeFolder(folder)
  }

  /// Begins a file.
  func begin(_ path: String) throws(FileError) -> GrowingFile {
    let target = "\(folder)/\(path)"
    let parent = Files.parent(of: target)
    try Files.makeFolder(parent)
    note(parent)
    return try GrowingFile(at: target)
  }

  private func note(_ folder: String) {
    _ = folders.withLock { $0.insert(folder) }
  }

  /// Writes a file that is not written yet.
  func write(_ file: RunFile) throws(FileError) {
    guard let bytes = file.bytes else { return }
    let target = try begin(file.path)
    try target.append(bytes)
    try target.finish()
  }

  /// Copies a file of another run.
  ///
  /// - Parameters:
  ///   - file: The file, as it is known.
  ///   - origin: The folder that has it.
  ///   - cancellation: A request to stop.
  /// - Throws: ``FileError`` if it cannot be copied, or is not what it was.
  func copy(
    _ file: RunFile, from origin: String, unless cancellation: Cancellation
  ) throws(FileError) {
    let target = try begin(file.path)
    let source = "\(origin)/\(file.path)"
    var (hash, failure) = (SHA256(), FileError?.none)
    try Files.pieces(of: source) { piece in
      guard failure == nil, !cancellation.isRequested else { return }
      hash.update(piece)
      do throws(FileError) {
        try target.append(Array(piece))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    if cancellation.isRequested { return }
    try target.finish()
    guard Fingerprint(hash: hash.finish()).description == file.sha256 else {
      throw FileError("use", source, "it has changed while it was in use")
    }
  }

  /// Writes data files under their hashes, or links them to those that other runs keep.
  ///
  /// - Parameters:
  ///   - originals: The files.
  ///   - root: The folder of runs.
  ///   - cancellation: A request to stop, which is noticed between two files.
  /// - Throws: ``FileError`` if one cannot be written.
  func keep(
    _ originals: [Dataset.Original], in root: String, unless cancellation: Cancellation
  ) throws(FileError) {
    guard !originals.isEmpty else { return }
    let inputs = "\(folder)/\(KeptInputs.folder)"
    try Files.makeFolder(inputs)
    note(inputs)
    let kept = KeptInputs(in: root)
    var written: Set<String> = []
    for original in originals where written.insert(original.sha256).inserted {
      guard let content = original.content, !cancellation.isRequested else { continue }
      let input = InputRecord(role: "", sha256: original.sha256, bytes: content.count)
      let path = "\(KeptInputs.folder)/\(original.sha256)"
      if let known = kept.file(of: input), Files.link(known.path, to: "\(folder)/\(path)") {
        continue
      }
      try write(RunFile(path, content))
    }
  }

  /// Waits until the folders are on the disk.
  func flush() throws(FileError) {
    for folder in folders.withLock({ $0 }).sorted() { try Files.flushFolder(folder) }
  }
}
