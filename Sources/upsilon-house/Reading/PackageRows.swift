/// The rows of `Package.swift`: the modules from the lowest up, and the programs on top of them.
package struct PackageRows: Sendable {
  package struct Row: Equatable, Sendable {
    package let name: String
    /// The modules that the row lists.
    package let imports: [String]
  }

  package let modules: [Row]
  package let programs: [String]

  /// Reads the tables `modules` and `programs` of the text of a `Package.swift`.
  package init(of text: String) {
    let lines = text.split(separator: "\n")
    modules = Self.rows(Self.table("modules", lines))
    programs = Self.rows(Self.table("programs", lines)).map(\.name)
  }

  /// The text of a table, without its first line and the bracket that closes it.
  private static func table(_ name: String, _ lines: [Substring]) -> String {
    lines.drop { !$0.hasPrefix("let \(name):") }.dropFirst().prefix { $0 != "]" }.joined()
  }

  /// One row for each pair of outer brackets: its first string is the name, the others follow.
  private static func rows(_ table: String) -> [Row] {
    var (rows, strings, depth): ([Row], [String], Int) = ([], [], 0)
    for (index, part) in table.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      if !index.isMultiple(of: 2) {
        strings.append(String(part))
        continue
      }
      for mark in part where mark == "(" || mark == ")" {
        depth += mark == "(" ? 1 : -1
        guard depth == 0, let name = strings.first else { continue }
        rows.append(Row(name: name, imports: Array(strings.dropFirst())))
        strings = []
      }
    }
    return rows
  }
}
