import Foundation
import Models
import TestKit

/// The maxima a posteriori of `Tests/Reference/map-fits.json`, made by `map-fits.py` beside it.
enum MapReference {
  /// By galaxy, set of priors and law: χ², prior term, how many of 41 starts agree, and the
  /// quantities.
  typealias Table = [String: [String: [String: [Double]]]]

  static func all() throws -> Table {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Reference/map-fits.json").standardized
    return try JSONDecoder().decode(Table.self, from: Data(contentsOf: file))
  }

  static let sets = ["catalogue", "bounds", "mixed"]

  /// The space of one set of priors for one galaxy.
  static func space(
    _ set: String, _ law: any RotationLaw.Type, _ galaxy: MadeGalaxy
  ) -> FitSpace {
    let plain = galaxy.space(of: law)
    let inclination = Prior.normal(mean: galaxy.inclination, sigma: galaxy.inclinationError)
    let reach = galaxy.distance
    switch set {
    case "catalogue":
      return plain.freeing(.upsilonDisk, of: law, .lognormal(median: 0.5, dex: 0.1))
        .freeing(.upsilonBulge, of: law, .lognormal(median: 0.7, dex: 0.1))
        .freeing(.distance, of: law, .normal(mean: reach, sigma: galaxy.distanceError))
        .freeing(.inclination, of: law, inclination)
    case "bounds":
      return plain.freeing(.upsilonDisk, of: law, in: 0.3...0.8)
    default:
      return plain.freeing(.upsilonDisk, of: law, in: 0.1...1.5, .normal(mean: 0.5, sigma: 0.1))
        .freeing(.upsilonBulge, of: law, in: 0.2...1.5)
        .freeing(.upsilonGas, of: law, .lognormal(median: 1, dex: 0.05))
        .freeing(.distance, of: law, in: (0.8 * reach)...(1.2 * reach))
        .freeing(.inclination, of: law, inclination)
    }
  }
}
