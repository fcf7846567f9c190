import Datasets
import Foundation
import Galaxies
import Models
import Support
import Testing

/// The curves of SPARC with the priors of the field, where the environment has them.
///
/// A suite that reads them is skipped unless the variable `UPSILON_DATA` names a folder that holds
/// `sparc/SPARC_Lelli2016c.mrt` and `sparc/MassModels_Lelli2016c.mrt`.
enum PublishedCurves {
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

  static func galaxies() throws -> [Galaxy] {
    let files = try roles.map { role, file in
      let bytes = Array(try Data(contentsOf: URL(filePath: path(file))))
      return (role, SourceText(name: file, bytes: bytes))
    }
    let report = InputReport()
    let reader = try #require(DatasetReaders.reader(named: "sparc"))
    let reading = DatasetReaders.read(DatasetFiles(files), as: reader, report)
    try report.check()
    return reading.galaxies
  }

  static func galaxy(_ name: String) throws -> Galaxy {
    try #require(try galaxies().first { $0.name == name })
  }
}

extension FitSpace {
  /// Parameters of a law flat between bounds, mass-to-light ratios lognormal about 0.5 and 0.7 by
  /// 0.1 dex, distance and inclination as the catalogue has them.
  static func usual(_ galaxy: Galaxy, in bounds: [ClosedRange<Double>]) -> FitSpace {
    var space = FitSpace.withRatios(in: bounds)
    for parameter in [GalaxyParameter.distance, .inclination] {
      space.galaxy[parameter] = FitRange(
        parameter.domain, parameter.prior(of: galaxy, isLogarithmic: false))
    }
    return space
  }

  /// The same at the distance and inclination of the catalogue.
  static func withRatios(in bounds: [ClosedRange<Double>]) -> FitSpace {
    var space = FitSpace(bounds.map { FitRange($0) }, MassToLight())
    space.galaxy.upsilonDisk = FitRange(0.05...5, .lognormal(median: 0.5, dex: 0.1))
    space.galaxy.upsilonBulge = FitRange(0.05...5, .lognormal(median: 0.7, dex: 0.1))
    return space
  }
}
