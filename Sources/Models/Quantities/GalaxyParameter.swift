/// A quantity of the galaxy that a fit may vary beside the parameters of its law.
///
/// Radii and scale lengths are proportional to the distance, the speeds of the components to its
/// square root; observed speeds and their errors to 1 / sin of the inclination.
package enum GalaxyParameter: String, CaseIterable, Sendable {
  case upsilonDisk = "upsilon_disk"
  case upsilonBulge = "upsilon_bulge"
  case upsilonGas = "upsilon_gas"
  case distance
  case inclination

  package var unit: String {
    switch self {
    case .distance: "Mpc"
    case .inclination: "deg"
    case .upsilonDisk, .upsilonBulge, .upsilonGas: ""
    }
  }

  package var summary: String {
    switch self {
    case .upsilonDisk: "mass-to-light ratio of the disk, solMass / solLum"
    case .upsilonBulge: "mass-to-light ratio of the bulge, solMass / solLum"
    case .upsilonGas: "factor on the gas mass"
    case .distance: "distance"
    case .inclination: "inclination"
    }
  }

  /// The values that make sense; in force as bounds where a spec gives only a prior.
  package var domain: ClosedRange<Double> {
    switch self {
    case .upsilonDisk, .upsilonBulge, .upsilonGas: 0...100
    case .distance: 0.001...10_000
    case .inclination: 1...90
    }
  }
}
