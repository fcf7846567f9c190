import Galaxies
package import Support

extension MassToLight {
  /// The ratio of a name that specs and tables use.
  subscript(name: String) -> Double {
    get {
      switch name {
      case "upsilon_disk": disk
      case "upsilon_bulge": bulge
      case "upsilon_gas": gas
      default: preconditionFailure("'\(name)' is no mass-to-light ratio")
      }
    }
    set {
      switch name {
      case "upsilon_disk": disk = newValue
      case "upsilon_bulge": bulge = newValue
      case "upsilon_gas": gas = newValue
      default: preconditionFailure("'\(name)' is no mass-to-light ratio")
      }
    }
  }

  var isFinite: Bool { disk.isFinite && bulge.isFinite && gas.isFinite }
}

/// Mass-to-light ratios given as an object; those that are not named have their usual values.
private struct GivenRatios: Keyed {
  static let keys: [ObjectKey<Self>] = [
    .value("upsilon_disk", \.ratios.disk, .positive, "ratio of the disk, solMass / solLum"),
    .value("upsilon_bulge", \.ratios.bulge, .positive, "ratio of the bulge, solMass / solLum"),
    .value("upsilon_gas", \.ratios.gas, .positive, "factor on the gas mass"),
  ]

  var ratios = MassToLight()
}

extension MassToLight: Resolvable {
  static let type = GivenRatios.type.map { given, _, _ in given.ratios }

  package var resolved: JSONValue { GivenRatios(ratios: self).resolved }
}
