/// Stellar mass-to-light ratios at 3.6 µm in M☉/L☉, and the factor on the gas.
package struct MassToLight: Equatable, Sendable {
  package var disk: Double
  package var bulge: Double
  /// Multiplies the gas contribution to V²; 1 is the gas mass as published.
  package var gas: Double

  /// The usual ratios at 3.6 µm: 0.5 for disks, 0.7 for bulges.
  ///
  /// - SeeAlso: McGaugh, Lelli & Schombert 2016, PRL 117, 201101.
  package init(disk: Double = 0.5, bulge: Double = 0.7, gas: Double = 1) {
    self.disk = disk
    self.bulge = bulge
    self.gas = gas
  }

  /// The ratio of a name that specs and tables use: upsilon_disk, upsilon_bulge or upsilon_gas.
  package subscript(name: String) -> Double {
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

  /// Whether all are what a ratio may be: finite, and not negative.
  package var isUsable: Bool {
    [disk, bulge, gas].allSatisfy { $0.isFinite && $0 >= 0 }
  }
}
