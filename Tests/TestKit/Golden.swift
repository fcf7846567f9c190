package import Foundation

/// A file that some output must equal.
///
/// With `UPSILON_REWRITE_GOLDEN=1` a file that differs is written anew, and the test fails all the
/// same, so that the change is read before it is believed.
package struct Golden {
  /// The folder of all golden files.
  package static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Golden").standardizedFileURL

  /// What to set for files to be written anew.
  package static let rewriting = "UPSILON_REWRITE_GOLDEN=1"

  /// Whether this is a run that writes files, and fails.
  package static let isRewriting =
    ProcessInfo.processInfo.environment["UPSILON_REWRITE_GOLDEN"] != nil

  private let file: URL

  /// A file of `Tests/Golden`.
  package init(_ name: String) {
    self.init(source: "Tests/Golden/\(name)")
  }

  /// A file that is made from the sources, by its path from the root of the package.
  package init(source path: String) {
    file = Self.folder.appending(path: "../../\(path)").standardizedFileURL
  }

  /// The first line that differs; `nil` when all are equal.
  package func difference(from text: String) -> String? {
    let data = try? Data(contentsOf: file)
    if Self.isRewriting, data != Data(text.utf8) {
      do {
        try Data(text.utf8).write(to: file)
        return "\(file.lastPathComponent) is written anew"
      } catch {
        return "\(file.lastPathComponent) cannot be written"
      }
    }
    guard let data else {
      return "\(file.lastPathComponent) is missing; \(Self.rewriting) writes it"
    }
    let expected = String(decoding: data, as: UTF8.self)
    if expected == text { return nil }
    let (old, new) = (expected.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
    let index = zip(old, new).prefix { $0 == $1 }.count
    let (was, now) = (index < old.count ? old[index] : "", index < new.count ? new[index] : "")
    return "\(file.lastPathComponent):\(index + 1): expected '\(was)', found '\(now)'"
  }
}
