/// The units that have a name, under all the names that files give them.
///
/// Parsec and astronomical unit: IAU 2015, resolution B2, and IAU 2012, resolution B2; the year is
/// the Julian one.
package enum UnitNames {
  /// Whether a text is a unit, of one name or several.
  package static func isKnown(_ text: String) -> Bool { UnitParser.unit(text) != nil }

  /// The unit of a name; `nil` if it is none.
  ///
  /// A name counts as it is written; one in capitals alone, as in headers of FITS, by its letters.
  static func unit(named name: String) -> MeasureUnit? {
    table[name] ?? (name == name.uppercased() ? capitals[name] : nil)
  }

  private static let metre = MeasureUnit(length, 1 / 3.0856775814913673, exponent: -16)
  private static let length = UnitDimension(length: 1)
  private static let time = UnitDimension(time: 1)
  private static let mass = UnitDimension(mass: 1)
  private static let luminosity = UnitDimension(luminosity: 1)
  private static let angle = UnitDimension(angle: 1)

  private static let named: [(names: [String], unit: MeasureUnit)] = [
    (["pc", "parsec", "parsecs"], MeasureUnit(length)),
    (["kpc", "Kpc", "kiloparsec", "kiloparsecs"], MeasureUnit(length, exponent: 3)),
    (["Mpc", "megaparsec", "megaparsecs"], MeasureUnit(length, exponent: 6)),
    (["Gpc"], MeasureUnit(length, exponent: 9)),
    (["m"], metre),
    (["cm"], MeasureUnit(length, metre.coefficient, exponent: -18)),
    (["km"], MeasureUnit(length, metre.coefficient, exponent: -13)),
    (["AU", "au"], MeasureUnit(length, 1.495978707 * metre.coefficient, exponent: -5)),
    (["s", "sec", "second", "seconds"], MeasureUnit(time)),
    (["yr", "year", "years"], MeasureUnit(time, 31_557_600)),
    (["Myr"], MeasureUnit(time, 31_557_600, exponent: 6)),
    (["Gyr"], MeasureUnit(time, 31_557_600, exponent: 9)),
    (
      [
        "solMass", "Msun", "M_sun", "Msol", "Msolar", "M☉", "M⊙", "M_☉", "M_⊙", "M_odot", "Mo",
      ], MeasureUnit(mass)
    ),
    (
      [
        "solLum", "Lsun", "L_sun", "Lsol", "Lsolar", "L☉", "L⊙", "L_☉", "L_⊙", "L_odot", "Lo", "L",
      ], MeasureUnit(luminosity)
    ),
    (["deg", "degree", "degrees", "degs", "°"], MeasureUnit(angle)),
    (["arcmin", "arcmins", "amin", "'", "′"], MeasureUnit(angle, 1 / 60)),
    (
      ["arcsec", "arcsecs", "arcs", "asec", "as", "\"", "″", "''"], MeasureUnit(angle, 1 / 3600)
    ),
    (["mas"], MeasureUnit(angle, 1 / 3600, exponent: -3)),
    (["rad", "radian", "radians"], MeasureUnit(angle, 180 / Double.pi)),
    (["dimensionless", "none", "adim"], .number),
  ]

  private static let table = Dictionary(
    uniqueKeysWithValues: named.flatMap { entry in entry.names.map { ($0, entry.unit) } })

  /// The names in capitals; what is then ambiguous is left out.
  private static let capitals = Dictionary(
    grouping: table.filter { $0.key.count > 1 && !["mas", "as"].contains($0.key) },
    by: { $0.key.uppercased() }
  ).compactMapValues { entries in
    Set(entries.map { "\($0.value)" }).count == 1 ? entries.first?.value : nil
  }
}
