package import Galaxies
package import Support

/// The curve of one galaxy as a file has it.
package struct NamedCurve {
  package let galaxy: String
  /// Where the file names the galaxy first.
  package let place: Place
  /// The distance that the file assumes, Mpc; NaN where it has none.
  package var distance = Double.nan
  package var curve: RotationCurve
  /// The surface densities, where the file has them instead of the speeds of gas and disk.
  package var surfaceDensity: MassProfiles?
}
