import Foundation
import Galaxies
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

  /// The names of the laws that it has.
  static let laws = Set(((try? all()) ?? [:]).values.flatMap(\.values).flatMap(\.keys))

  static let sets = ["catalogue", "bounds", "mixed"]

  /// The space of one set of priors for one galaxy.
  static func space(
    _ set: String, _ law: any RotationLaw.Type, _ galaxy: MadeGalaxy
  ) -> FitSpace {
    let plain = galaxy.space(of: law)
    let known = galaxy.known
    let inclination = Prior.normal(mean: known.inclination, sigma: known.inclinationError)
    let reach = known.distance
    switch set {
    case "catalogue":
      return plain.freeing(.upsilonDisk, .lognormal(median: 0.5, dex: 0.1))
        .freeing(.upsilonBulge, .lognormal(median: 0.7, dex: 0.1))
        .freeing(.distance, .normal(mean: reach, sigma: known.distanceError))
        .freeing(.inclination, inclination)
    case "bounds":
      return plain.freeing(.upsilonDisk, in: 0.3...0.8)
    default:
      return plain.freeing(.upsilonDisk, in: 0.1...1.5, .normal(mean: 0.5, sigma: 0.1))
        .freeing(.upsilonBulge, in: 0.2...1.5)
        .freeing(.upsilonGas, .lognormal(median: 1, dex: 0.05))
        .freeing(.distance, in: (0.8 * reach)...(1.2 * reach))
        .freeing(.inclination, inclination)
    }
  }
}
