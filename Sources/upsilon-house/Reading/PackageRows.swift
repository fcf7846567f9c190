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

  /// The lines of a table, from its first line to the bracket that closes it.
  private static func table(_ name: String, _ lines: [Substring]) -> [Substring] {
    Array(lines.drop { !$0.hasPrefix("let \(name):") }.dropFirst().prefix { $0 != "]" })
  }

  /// One row for each line that starts with `("`; the strings of further lines belong to it.
  private static func rows(_ lines: [Substring]) -> [Row] {
    var rows: [Row] = []
    for line in lines {
      let strings = line.split(separator: "\"", omittingEmptySubsequences: false)
        .enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
      if line.drop(while: { $0 == " " }).hasPrefix("(\""), let name = strings.first {
        rows.append(Row(name: name, imports: Array(strings.dropFirst())))
      } else if let last = rows.popLast() {
        rows.append(Row(name: last.name, imports: last.imports + strings))
      }
    }
    return rows
  }
}
