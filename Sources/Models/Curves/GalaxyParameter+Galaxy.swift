package import Galaxies

extension GalaxyParameter {
  /// The catalogue's value and error for a galaxy; NaN where it has none.
  package func catalogue(of galaxy: Galaxy) -> (value: Double, error: Double) {
    switch self {
    case .distance: (galaxy.distance, galaxy.distanceError)
    case .inclination: (galaxy.inclination, galaxy.inclinationError)
    case .upsilonDisk, .upsilonBulge, .upsilonGas: (.nan, .nan)
    }
  }

  /// Whether a galaxy has what the quantity describes: a bulge, for the ratio of its mass to its
  /// light.
  package func exists(in galaxy: Galaxy) -> Bool {
    switch self {
    case .upsilonDisk: galaxy.curve.diskSpeed.contains { $0 != 0 }
    case .upsilonBulge: galaxy.curve.bulgeSpeed.contains { $0 != 0 }
    case .upsilonGas: galaxy.curve.gasSpeed.contains { $0 != 0 }
    case .distance, .inclination: true
    }
  }
}
