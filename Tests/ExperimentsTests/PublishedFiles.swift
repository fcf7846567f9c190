import Datasets
import Foundation
import Galaxies
import Support
import Testing

/// The published files of SPARC, where the environment has them.
///
/// A suite that reads them is skipped unless the variable `UPSILON_DATA` names a folder that holds
/// `sparc/SPARC_Lelli2016c.mrt` and `sparc/MassModels_Lelli2016c.mrt`.
enum PublishedFiles {
  static let advice: Comment = "set UPSILON_DATA to a folder that holds sparc/ with its two tables"

  private static let roles = [
    ("catalogue", "SPARC_Lelli2016c.mrt"), ("curves", "MassModels_Lelli2016c.mrt"),
  ]

  static var exist: Bool {
    roles.allSatisfy { FileManager.default.fileExists(atPath: path($0.1)) }
  }

  private static func path(_ file: String) -> String {
    "\(ProcessInfo.processInfo.environment["UPSILON_DATA"] ?? "")/sparc/\(file)"
  }

  static func dataset() throws -> Dataset {
    let files = try roles.map { role, file in
      let bytes = Array(try Data(contentsOf: URL(filePath: path(file))))
      return (role, SourceText(name: file, bytes: bytes))
    }
    let report = InputReport()
    let reader = try #require(DatasetReaders.reader(named: "sparc"))
    let reading = DatasetReaders.read(DatasetFiles(files), as: reader, report)
    try report.check()
    return Dataset(name: "sparc", galaxies: reading.galaxies, inputs: [])
  }
}
