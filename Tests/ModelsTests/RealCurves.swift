import Foundation
import Galaxies
import Testing

/// The curves of SPARC, where the environment has them.
///
/// Suites that need them are skipped unless the variable `UPSILON_DATA` names a folder that holds
/// `sparc/SPARC_Lelli2016c.mrt` and `sparc/MassModels_Lelli2016c.mrt`. The tables are read here by
/// splitting at white space, so that a mistake of the readers would show.
enum RealCurves {
  static let advice: Comment = "set UPSILON_DATA to a folder that holds sparc/ with its tables"

  static var exist: Bool {
    guard let folder else { return false }
    return ["SPARC_Lelli2016c.mrt", "MassModels_Lelli2016c.mrt"]
      .allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
  }

  private static var folder: String? {
    ProcessInfo.processInfo.environment["UPSILON_DATA"].map { $0 + "/sparc" }
  }

  /// Every galaxy by name, in the order of the names.
  static func galaxies() throws -> [(name: String, galaxy: MadeGalaxy)] {
    let catalogue = Dictionary(
      uniqueKeysWithValues: try rows("SPARC_Lelli2016c.mrt").map { row in
        (row[0], try row[1...16].map { try #require(Double($0)) })
      })
    let points = Dictionary(grouping: try rows("MassModels_Lelli2016c.mrt")) { $0[0] }
    return try points.sorted { $0.key < $1.key }.map { name, rows in
      func column(_ index: Int) throws -> [Double] {
        try rows.map { try #require(Double($0[index])) }
      }
      let known = try #require(catalogue[name])
      var galaxy = MadeGalaxy(
        radius: try column(2), observed: try column(3), errors: try column(4),
        diskScaleLength: known[10])
      (galaxy.known.distance, galaxy.known.distanceError) = (known[1], known[2])
      (galaxy.known.inclination, galaxy.known.inclinationError) = (known[4], known[5])
      galaxy.curve.gasSpeed = try column(5)
      galaxy.curve.diskSpeed = try column(6)
      galaxy.curve.bulgeSpeed = try column(7)
      return (name, galaxy)
    }
  }

  private static func rows(_ file: String) throws -> [[String]] {
    let text = try String(contentsOf: URL(filePath: "\(folder ?? "")/\(file)"), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline)
    let start = try #require(lines.lastIndex { $0.hasPrefix("---") })
    return lines[(start + 1)...].map { $0.split(separator: " ").map(String.init) }
  }
}
