#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A run on its way: a folder under `.partial` that belongs to this process.
struct PartialRun {
  let path: String
  private let folder: String
  private let name: String

  init(root: String, name: String) {
    self.name = name
    folder = "\(root)/.partial"
    path = "\(folder)/\(name).\(getpid())"
  }

  /// Writes all files and flushes them to the disk, after clearing what dead processes left.
  ///
  /// A stop is noticed between the parts of a file; the rest is then not written.
  func write(_ files: [RunFile], unless cancellation: Cancellation) throws(FileError) {
    try Files.makeFolder(folder)
    try clearAbandoned()
    try Files.remove(path)
    try Files.makeFolder(path)
    var folders: Set<String> = [path]
    for file in files {
      let target = "\(path)/\(file.path)"
      let parent = Files.parent(of: target)
      try Files.makeFolder(parent)
      folders.insert(parent)
      try Files.write(file.parts, to: target) { !cancellation.isRequested }
    }
    for folder in folders.sorted() { try Files.flushFolder(folder) }
  }

  /// Removes what was written; used after a failure, so its own failures do not matter.
  func discard() {
    try? Files.remove(path)
    // Fails while another process has something here, which is right.
    rmdir(folder)
  }

  /// Removes partial runs whose process is gone.
  private func clearAbandoned() throws(FileError) {
    for entry in try Files.names(in: folder) {
      guard let dot = entry.lastIndex(of: "."),
        let process = pid_t(entry[entry.index(after: dot)...]), process != getpid()
      else { continue }
      if kill(process, 0) != 0, errno == ESRCH { try Files.remove("\(folder)/\(entry)") }
    }
  }
}
