/// A name of files in which a `*` stands for anything, as in `*_rotmod.dat` or `*/*.dat`.
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

  /// What the first `*` of a pattern stands for; `nil` if a name does not fit it.
  private static func stars(_ pattern: Substring, _ name: Substring) -> String? {
    guard let star = pattern.firstIndex(of: "*") else { return pattern == name ? "" : nil }
    let (before, after) = (pattern[..<star], pattern[pattern.index(after: star)...])
    guard name.hasPrefix(before) else { return nil }
    let rest = name.dropFirst(before.count)
    var end = rest.endIndex
    while true {
      if stars(after, rest[end...]) != nil { return String(rest[..<end]) }
      guard end > rest.startIndex else { return nil }
      end = rest.index(before: end)
    }
  }
}
