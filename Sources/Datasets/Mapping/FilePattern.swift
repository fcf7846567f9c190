/// A name of files in which one `*` in a part stands for anything, as in `*_rotmod.dat` or
/// `*/*.dat`.
package struct FilePattern: Equatable, Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// Whether a path of as many parts fits.
  package func matches(_ path: String) -> Bool {
    let (own, parts) = (text.split(separator: "/"), path.split(separator: "/"))
    return own.count == parts.count && zip(own, parts).allSatisfy { Self.stars($0, $1) != nil }
  }

  /// What the `*` of the last part stands for in a path; the name without its ending if there is
  /// none.
  package func star(in path: String) -> String {
    guard let name = path.split(separator: "/").last else { return path }
    if let last = text.split(separator: "/").last, last.contains("*"),
      let found = Self.stars(last, name)
    {
      return found
    }
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
    return String(name[..<dot])
  }

  /// How many folders down the files are.
  package var depth: Int { text.split(separator: "/").count - 1 }

  /// Whether a part has at most one `*`, so that it is clear what that stands for.
  package var isClear: Bool {
    text.split(separator: "/").allSatisfy { part in part.count { $0 == "*" } <= 1 }
  }

  /// What the `*` of a pattern stands for; `nil` if a name does not fit it.
  private static func stars(_ pattern: Substring, _ name: Substring) -> String? {
    guard let star = pattern.firstIndex(of: "*") else { return pattern == name ? "" : nil }
    let (before, after) = (pattern[..<star], pattern[pattern.index(after: star)...])
    guard name.count >= before.count + after.count, name.hasPrefix(before), name.hasSuffix(after)
    else { return nil }
    return String(name.dropFirst(before.count).dropLast(after.count))
  }
}
