import Records
import Support

/// The files in the folder of a run that are drawn from its record and are no part of it.
package enum RunView {
  package static let report = "report.html"
  package static let figures = "figures"
  /// What figures are drawn as, or made into.
  private static let endings = [".svg", ".png", ".pdf"]

  /// The path of a figure inside the run.
  package static func figure(_ name: String) -> String { "\(figures)/\(name).svg" }

  /// Whether a path inside a run is that of a view, or of one that was being written.
  static func isView(_ path: String) -> Bool {
    let parts = path.split(separator: "/").map(String.init)
    let isInside = parts.count == 2 && parts[0] == figures
    guard let name = parts.last, parts.count == 1 || isInside else { return false }
    if TemporaryName.isTemporary(name) {
      return isInside || name.hasPrefix(".\(report).")
    }
    return isInside ? endings.contains { name.hasSuffix($0) } : name == report
  }

  /// What writers that were killed left of views in the folder of a run.
  static func leftovers(in run: String) -> [String] {
    let places = [run, "\(run)/\(figures)"].filter { Files.isOwnFolder($0) }
    return places.flatMap { folder -> [String] in
      let names = (try? FolderEntries(of: folder)).asList.flatMap(\.names)
      return names.filter { name in
        TemporaryName.isTemporary(name)
          && isView(folder == run ? name : "\(figures)/\(name)")
      }.map { "\(folder)/\($0)" }
    }
  }
}
