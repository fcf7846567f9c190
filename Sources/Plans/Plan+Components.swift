import Galaxies
import Specs
import Support
import Tables

extension Plan {
  /// The tables of components that are computed, which every run keeps.
  static let componentTables = [TableName.components, TableName.componentMasses]

  /// The schemas of these tables.
  static func componentSchemas(_ names: [String]?) -> [TableSchema] {
    [ComponentTable.schema(names), ComponentMassTable.schema(names)]
  }

  /// The spec and its data with the components computed, where there is something to compute.
  ///
  /// - Parameters:
  ///   - spec: The spec as it was read.
  ///   - dataset: The data as they were read.
  ///   - report: Receives what the spec says of components that are there already, and the galaxies
  ///     whose speeds overflow.
  ///   - squaredSpeeds: The signed square of the speed at the radii of a profile, (km/s)²; shape
  ///     `[n]`.
  /// - Returns: Both, with the method named and the speeds filled in.
  static func filled(
    _ spec: ExperimentSpec, _ dataset: Dataset, _ report: InputReport,
    _ squaredSpeeds: (DiskProfile) -> [Double]
  ) -> (ExperimentSpec, Dataset) {
    guard dataset.hasSurfaceDensities else {
      spec.components.refuse(forSpeedsOf: dataset.name, report)
      return (spec, dataset)
    }
    let rule = spec.components.rule
    // A plan with a mistake is refused; its speeds would be computed for nothing.
    guard !report.hasErrors else { return (spec.naming(rule.method), dataset) }
    let filled = rule.filling(dataset, squaredSpeeds)
    for galaxy in filled.galaxies
    where !(galaxy.curve.gasSpeed + galaxy.curve.diskSpeed).allSatisfy(\.isFinite) {
      report.error(
        "the speeds of galaxy '\(galaxy.name)' are too large to be numbers", at: nil,
        help: "surface densities are in solar masses per square parsec, radii in kpc")
    }
    return (spec.naming(rule.method), filled)
  }
}
