/// The modules of the package as floors and their folders as rooms.
package struct House: Sendable {
  /// From the lowest up, the programs on top.
  package let floors: [Floor]
  /// Every folder without a row, and every import that goes up or that no row lists.
  package let climbs: [String]

  /// Draws up the plan of a package.
  ///
  /// - Parameters:
  ///   - rows: The tables of its `Package.swift`.
  ///   - files: Every Swift file under `Sources`.
  package init(rows: PackageRows, files: [SourceFile]) {
    let directory = Directory(files)
    let names = rows.modules.map(\.name) + rows.programs
    floors = names.map { name in
      Floor(name, files.filter { $0.module == name }, among: names, directory)
    }
    let strays = Set(files.map(\.module)).subtracting(names).sorted()
    climbs =
      strays.map { "Package.swift: 'Sources/\($0)' has no row" }
      + Self.climbs(rows) + files.flatMap { Self.climbs($0, rows, names) }
  }

  /// The rows that list a module that is not above them.
  private static func climbs(_ rows: PackageRows) -> [String] {
    rows.modules.enumerated().flatMap { index, row in
      let below = rows.modules[..<index].map(\.name)
      return row.imports.filter { !below.contains($0) }.map {
        "Package.swift: '\(row.name)' lists '\($0)', which is no row above it"
      }
    }
  }

  /// The imports of a file that its module has no right to.
  private static func climbs(
    _ file: SourceFile, _ rows: PackageRows, _ names: [String]
  ) -> [String] {
    let allowed =
      rows.modules.first { $0.name == file.module }?.imports ?? rows.modules.map(\.name)
    return file.outline.imports.compactMap { found in
      guard names.contains(found.module), !allowed.contains(found.module) else { return nil }
      return "\(file.path):\(found.line): '\(file.module)' imports '\(found.module)'"
    }
  }
}
