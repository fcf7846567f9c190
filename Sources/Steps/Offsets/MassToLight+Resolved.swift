package import Galaxies
package import Support

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
