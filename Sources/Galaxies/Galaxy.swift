/// One galaxy: what the catalogue says of it, and its rotation curve.
///
/// A number that the catalogue does not have is NaN; `name` is the only thing every catalogue has.
package struct Galaxy: Sendable {
  package var name: String
  /// Hubble type, 0 (S0) to 11 (BCD); between two types, or below 0 for ellipticals, elsewhere.
  package var hubbleType = Double.nan
  /// Distance and its error, Mpc.
  package var distance = Double.nan
  package var distanceError = Double.nan
  /// How the distance was found: 1 Hubble flow, 2 tip of the red giant branch, 3 Cepheids, 4 Ursa
  /// Major cluster, 5 supernovae.
  package var distanceMethod = Double.nan
  /// Inclination and its error, degrees.
  package var inclination = Double.nan
  package var inclinationError = Double.nan
  /// Luminosity at 3.6 µm and its error, 1e9 L☉.
  package var luminosity = Double.nan
  package var luminosityError = Double.nan
  /// Effective radius at 3.6 µm, kpc.
  package var effectiveRadius = Double.nan
  /// Effective surface brightness at 3.6 µm, L☉/pc².
  package var effectiveSurfaceBrightness = Double.nan
  /// Scale length of the disk at 3.6 µm, kpc.
  package var diskScaleLength = Double.nan
  /// Central surface brightness of the disk at 3.6 µm, L☉/pc².
  package var diskCentralSurfaceBrightness = Double.nan
  /// Mass of neutral hydrogen without helium, 1e9 M☉.
  package var hydrogenMass = Double.nan
  /// Radius at which hydrogen falls to 1 M☉/pc², kpc.
  package var hydrogenRadius = Double.nan
  /// Speed of the flat part and its error, km/s.
  package var flatSpeed = Double.nan
  package var flatSpeedError = Double.nan
  /// Quality of the rotation curve: 1 high, 2 medium, 3 low.
  package var quality = Double.nan
  /// What the catalogue has in columns of the user's own.
  package var own = OwnValues.none
  package var curve: RotationCurve
  /// The surface densities that the speeds of gas and disk follow from.
  ///
  /// `nil` where the data have the speeds. Until these are computed the curve has zeros in their
  /// place.
  package var surfaceDensity: MassProfiles?

  package init(name: String, curve: RotationCurve) {
    self.name = name
    self.curve = curve
  }
}
