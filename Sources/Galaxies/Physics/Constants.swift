/// Constants of nature and of astronomy, with their source.
package enum Constants {
  /// Metres in a kiloparsec.
  ///
  /// - SeeAlso: IAU 2015 resolution B2: a parsec is 648,000/π astronomical units, and IAU 2012
  ///   resolution B2: an astronomical unit is 149,597,870,700 m.
  package static let metresPerKiloparsec = 3.0856775814913673e19

  /// The constant of gravitation, kpc (km/s)² / M☉.
  ///
  /// - SeeAlso: IAU 2015 resolution B3: the nominal GM☉ is 1.3271244e20 m³/s², which with the
  ///   parsec above is 4.30091727e-3 pc (km/s)².
  package static let gravity = 4.30091727e-6

  /// The Hubble constant that halos are measured by, km/s/Mpc.
  ///
  /// - SeeAlso: Li, Lelli, McGaugh & Schombert 2020, ApJS 247, 31.
  package static let hubble = 73.0

  /// The mass of gas per mass of neutral hydrogen, for the helium.
  ///
  /// - SeeAlso: Lelli, McGaugh & Schombert 2016, AJ 152, 157, note 2 of the mass model table.
  package static let gasPerHydrogen = 1.33
}
