import Galaxies
import Plans
import Specs
package import Support
package import Tables

/// What a run was made from, as the cuts left it: its catalogue and its curves.
package enum RunSample {
  /// Makes the tables `galaxies` and `radial_profiles` from the data at hand.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - source: The data at hand, which have to be those of the run by their hashes.
  /// - Throws: ``FileError`` if its spec cannot be read.
  /// - Returns: The tables; none with the reason where that cannot be.
  package static func tables(
    of run: StoredRun, _ source: some DatasetSource
  ) throws -> (tables: [Table], note: Advice?) {
    let spec = try run.checkedSpec()
    do throws(RecordedPlan.Obstacle) {
      let sample = try RecordedPlan.make(run, spec, source).sample
      let points = GalaxyTables.points(sample.galaxies, sample.galaxies.map(\.name))
      let profiles = Table(points.schema.renamed(TableName.radialProfiles), points.values)
      return ([sample.catalogue, profiles], nil)
    } catch {
      return ([], error.note(after: "a run keeps no catalogue and no measured points"))
    }
  }
}
