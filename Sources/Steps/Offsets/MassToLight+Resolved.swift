package import Galaxies
package import Support

/// Mass-to-light ratios given as an object; those that are not named have their usual values.
private struct GivenRatios: Keyed {
  static let keys: [ObjectKey<Self>] = [
    .value("upsilon_disk", \.ratios.disk, ratio, "ratio of the disk, solMass / solLum"),
    .value("upsilon_bulge", \.ratios.bulge, ratio, "ratio of the bulge, solMass / solLum"),
    .value("upsilon_gas", \.ratios.gas, ratio, "factor on the gas mass"),
  ]

  /// A ratio; zero leaves the component out.
  private static let ratio = JSONType.notNegative("a mass-to-light ratio cannot be negative")

  var ratios = MassToLight()
}

extension MassToLight: Resolvable {
  static let type = GivenRatios.type.map { given, _, _ in given.ratios }

  package var resolved: JSONValue { GivenRatios(ratios: self).resolved }
}
