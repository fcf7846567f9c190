import Support

/// Everything in a folder: the regular files with their size and hash, and what else there is.
struct FolderContents {
  struct File {
    let path: String
    let byteCount: Int
    let sha256: String
  }

  /// The regular files, by their path inside.
  private(set) var files: [String: File] = [:]
  /// The folders inside.
  private(set) var folders: Set<String> = []
  /// What is neither, as links and sockets, and files whose names no path can have.
  private(set) var others: [String: FileKind] = [:]

  /// Looks at all of a folder.
  ///
  /// - Throws: ``FileError`` if something in it cannot be read.
  init(of root: String) throws(FileError) {
    try add(root, prefix: "")
  }

  private mutating func add(_ folder: String, prefix: String) throws(FileError) {
    let entries = try FolderEntries(of: folder)
    for name in entries.unreadable { others["\(prefix)\(name)"] = .other }
    for name in entries.names {
      let (path, inside) = ("\(folder)/\(name)", "\(prefix)\(name)")
      switch Files.kind(of: path) {
      case .file:
        var (hash, count) = (SHA256(), 0)
        try Files.pieces(of: path) { piece in
          hash.update(piece)
          count += piece.count
        }
        files[inside] = File(
          path: path, byteCount: count, sha256: Fingerprint(hash: hash.finish()).description)
      case .folder:
        folders.insert(inside)
        try add(path, prefix: "\(inside)/")
      case let kind: others[inside] = kind ?? .other
      }
    }
  }

  /// The content of a regular file; `nil` if there is none, or it is gone by now.
  func bytes(of inside: String) -> [UInt8]? {
    files[inside].flatMap { try? Files.read($0.path, limit: nil) }
  }

  /// What stands under a path, if it is no regular file.
  func obstacle(at path: String) -> FileKind? {
    folders.contains(path) ? .folder : others[path]
  }

  /// How many bytes the files have.
  var byteCount: Int {
    files.values.reduce(0) { $0 + $1.byteCount }
  }
}
