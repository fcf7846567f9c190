import Galaxies
import Models

extension GalaxyParameter {
  /// Where it stands after the parameters of a law.
  var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The catalogue's value and error for a galaxy; NaN where it has none.
  func catalogue(of galaxy: Galaxy) -> (value: Double, error: Double) {
    switch self {
    case .distance: (galaxy.distance, galaxy.distanceError)
    case .inclination: (galaxy.inclination, galaxy.inclinationError)
    case .upsilonDisk, .upsilonBulge, .upsilonGas: (.nan, .nan)
    }
  }
}
