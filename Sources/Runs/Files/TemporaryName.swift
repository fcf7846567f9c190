import Machine

/// The name of a file until it is whole: `.points.csv.3f09c1a2b45d6e78.part`.
///
/// It stands beside the name that the file is to have, and no other process has the same one.
package enum TemporaryName {
  private static let ending = ".part"

  /// A new name for a file on its way to a path.
  package static func make(for path: String) -> String {
    var stem = Files.name(of: path)[...]
    // A name has 255 bytes at most.
    while stem.utf8.count > 200 { stem.removeLast() }
    return Files.path(".\(stem).\(RandomToken.make())\(ending)", from: Files.parent(of: path))
  }

  /// Whether a name in a folder is of that form.
  package static func isTemporary(_ name: String) -> Bool {
    guard name.hasPrefix("."), name.hasSuffix(ending) else { return false }
    let parts = name.dropFirst().dropLast(ending.count).split(
      separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.last.map(RandomToken.isToken) == true
  }
}
