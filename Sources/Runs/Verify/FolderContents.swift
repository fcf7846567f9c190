import Support

/// Everything in a folder: the regular files with their content and hash, and what else there is.
struct FolderContents {
  struct File {
    let bytes: [UInt8]
    let sha256: String
  }

  /// The regular files, by their path inside.
  private(set) var files: [String: File] = [:]
  /// The folders inside.
  private(set) var folders: Set<String> = []
  /// What is neither: links, sockets.
  private(set) var others: [String: FileKind] = [:]

  /// Reads a folder.
  ///
  /// - Throws: ``FileError`` if something in it cannot be read.
  init(of root: String) throws(FileError) {
    try add(root, prefix: "")
  }

  private mutating func add(_ folder: String, prefix: String) throws(FileError) {
    for name in try Files.names(in: folder) {
      let (path, inside) = ("\(folder)/\(name)", "\(prefix)\(name)")
      switch Files.kind(of: path) {
      case .file:
        let bytes = try Files.read(path)
        files[inside] = File(bytes: bytes, sha256: Fingerprint(of: bytes).description)
      case .folder:
        folders.insert(inside)
        try add(path, prefix: "\(inside)/")
      case let kind: others[inside] = kind ?? .other
      }
    }
  }

  /// What stands under a path, if it is no regular file.
  func obstacle(at path: String) -> FileKind? {
    folders.contains(path) ? .folder : others[path]
  }

  /// How many bytes the files have.
  var byteCount: Int {
    files.values.reduce(0) { $0 + $1.bytes.count }
  }
}
