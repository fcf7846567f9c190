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

  /// The ratios under the names of specs and tables.
  package static var names: [(name: String, field: WritableKeyPath<MassToLight, Double>)] {
    [("upsilon_disk", \.disk), ("upsilon_bulge", \.bulge), ("upsilon_gas", \.gas)]
  }

  /// Sets the ratio of a name.
  ///
  /// - Precondition: The name is one of ``names``.
  package mutating func set(_ name: String, _ value: Double) {
    guard let field = Self.names.first(where: { $0.name == name })?.field else {
      preconditionFailure("'\(name)' is no mass-to-light ratio")
    }
    self[keyPath: field] = value
  }

  package var isFinite: Bool { disk.isFinite && bulge.isFinite && gas.isFinite }
}
