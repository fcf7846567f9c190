import Plans
import Records
import Specs
package import Support
package import Tables

/// The curves of the fits of a run that does not keep them, computed from its fits and its data.
package enum RunCurves {
  /// So many fits are worked out at most.
  private static let mostFits = 5_000

  /// Computes the tables `curves` and, with a grid, `curves.fine`.
  ///
  /// - Parameters:
  ///   - fits: The fits, or some of their rows.
  ///   - recorded: The run.
  ///   - source: The data at hand, which have to be those of the run by their hashes.
  ///   - grid: How many points there are between the measured ones, for drawing; `nil` for none.
  /// - Returns: The tables; none with the reason where that cannot be.
  package static func tables(
    of fits: Table, _ recorded: RecordedRun, _ source: some DatasetSource, grid: Int?
  ) -> (tables: [Table], note: Advice?) {
    let reason = "the run keeps no curves"
    guard fits.rowCount <= mostFits else {
      return (
        [], "\(reason), and its \(fits.rowCount.grouped) fits are too many to work them out here"
      )
    }
    if source is AbsentData { return ([], "\(reason), and its data are left out") }
    do throws(RecordedPlan.Obstacle) {
      let plan = try RecordedPlan.make(recorded.run, recorded.spec, source)
      let curves = plan.curves(
        of: fits, named: "curves", where: nil, grid: grid, among: recorded.tables)
      return (curves, nil)
    } catch {
      return ([], error.note(after: reason))
    }
  }
}
