#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Prints the modules and their folders, with what names what.
///
///     swift run upsilon-house [--svg]
///
/// From the root of the package; as text, or as a picture with `--svg`.
@main
package enum UpsilonHouse {
  static func main() throws {
    let house = try house(at: ".")
    let isPicture = CommandLine.arguments.contains("--svg")
    print(isPicture ? HousePicture.svg(house) : HouseText.text(house), terminator: "")
  }

  /// The house of the package at a path.
  package static func house(at root: String) throws -> House {
    func text(_ path: String) throws -> String {
      try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
    }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: "\(root)/Sources")
      .filter { $0.hasSuffix(".swift") }.sorted().map { "Sources/\($0)" }
    return House(
      rows: PackageRows(of: try text("Package.swift")),
      files: try paths.map { SourceFile(path: $0, text: try text($0)) })
  }
}
