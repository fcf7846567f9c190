import Records
import Support

/// A folder that is a run, or that was one before it was damaged.
package struct RunFolder: Sendable {
  package let path: String
  /// The run; `nil` if its manifest is gone or cannot be read.
  package let run: StoredRun?
  /// Why there is no run; empty if there is one.
  package let damage: String

  /// The folder's name.
  package var name: String { Files.name(of: path) }

  /// Opens a folder.
  ///
  /// - Returns: `nil` if it neither is a run nor looks like one.
  package init?(at path: String) {
    guard Files.isFolder(path) else { return nil }
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.path = path
    do throws(FileError) {
      let found = try StoredRun(at: path)
      run = found.flatMap { Fingerprint($0.manifest.identity) == nil ? nil : $0 }
      damage = run != nil ? "" : found != nil ? "its manifest has no identity" : Self.lack(in: path)
    } catch {
      run = nil
      damage = "its manifest cannot be read: \(error.reason)"
    }
    guard run != nil || looksLikeRun else { return nil }
  }

  private static func lack(in path: String) -> String {
    Files.isMissing("\(path)/manifest.json") ? "it has no manifest" : "its manifest is no JSON"
  }

  private var looksLikeRun: Bool {
    hash != nil
      || ["manifest.json", RunChecksums.fileName].contains { Files.exists("\(path)/\($0)") }
  }

  /// What the run is called, as far as its folder tells.
  var experiment: String {
    run?.manifest.name ?? hash.map { String(name.dropLast($0.count + 1)) } ?? name
  }

  /// The identity of the run, or the start of it that the folder's name has.
  var identity: String {
    run?.manifest.identity ?? hash ?? ""
  }

  /// Whether a word is the start of the run's hash.
  func isMeant(byHash word: String) -> Bool {
    !word.isEmpty && identity.hasPrefix(word.lowercased())
  }

  /// Whether the folder has the name of its run, as a copy beside it has not.
  var hasOwnName: Bool {
    run.map { name == "\($0.manifest.name)-\($0.manifest.identity.prefix(12))" } ?? false
  }

  /// The twelve digits at the end of the folder's name.
  private var hash: String? {
    let end = name.suffix(13)
    guard end.count == 13, end.first == "-",
      end.dropFirst().utf8.allSatisfy({ $0.isDigit || (97...102).contains($0) })
    else { return nil }
    return String(end.dropFirst())
  }
}
