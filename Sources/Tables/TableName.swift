/// The names of the tables that the program makes itself, beside those of steps.
package enum TableName {
  /// The catalogue of the sample.
  package static let galaxies = "galaxies"
  /// The points of the curves that cuts look at.
  package static let points = "points"
  /// The measured points of the sample, which a database has.
  package static let radialProfiles = "radial_profiles"
  /// What a generated sample was made with.
  package static let truth = "truth"
  package static let fits = "fits"
  package static let offsets = "offsets"
  /// Intervals by profile of what fits determine.
  package static let intervals = "intervals"
  /// Correlations between what interior fits determine.
  package static let correlations = "correlations"
  /// How much the data say of each quantity with a prior.
  package static let information = "information"
  /// Surface densities and the speeds that were computed from them.
  package static let components = "components"
  /// The mass of each of these components, and how much of it lies outside its table.
  package static let componentMasses = "component_masses"
  /// What each cut found and dropped.
  package static let cutFlow = "cut_flow"
  /// The galaxies that the cuts drop.
  package static let dropped = "dropped"
  /// The bounds that depend on the galaxy.
  package static let bounds = "bounds"
}
