import Runs
import Support

/// The files in a folder and in those below it.
struct FolderFiles {
  /// The regular files; a link to one counts.
  private(set) var files: [String] = []
  /// What is neither a file nor a folder of its own.
  private var others: [String] = []

  /// - Throws: ``FileError`` if a folder cannot be looked into.
  init(in folder: String) throws(FileError) {
    try look(in: folder)
  }

  /// Which things were passed over; `nil` if none was.
  var warning: String? {
    guard !others.isEmpty else { return nil }
    let shown = others.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let rest = others.count > 3 ? " and \((others.count - 3).grouped) more" : ""
    return "passed over \(shown)\(rest): no regular \(others.count == 1 ? "file" : "files")"
  }

  private mutating func look(in folder: String) throws(FileError) {
    for name in try Files.names(in: folder) {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      if Files.isOwnFolder(path) {
        try look(in: path)
      } else if try Files.size(of: path) != nil {
        files.append(path)
      } else {
        others.append(path)
      }
    }
  }
}
