import Galaxies
import Specs
import Steps
package import Support
package import Tables

extension Plan {
  /// The curves of fits that a run of this plan made, as the step `curves` makes them.
  ///
  /// - Parameters:
  ///   - fits: The table of fits, or some of its rows.
  ///   - name: What the table of curves is called.
  ///   - condition: The condition a fit must meet, checked against the tables; `nil` for all.
  ///   - grid: How many points a second table, `name.fine`, has of each curve; `nil` for no such
  ///     table.
  ///   - tables: The tables that the condition may look into.
  /// - Returns: The table of measured points and, with a grid, the one for drawing; none if the
  ///   plan has no fits.
  package func curves(
    of fits: Table, named name: String, where condition: Expression?, grid: Int?,
    among tables: TableSet
  ) -> [Table] {
    let step = CurvesStep(name, of: fits.name, where: condition, grid: grid)
    let context = StepContext(
      computations: computations, steps: [], needed: [], methods: [:])
    let others = tables.all.filter { $0.name != fits.name }
    return step.run(on: TableSet([fits] + others), context).tables
  }

  /// Refuses curves of more rows than tables of them may have together.
  static func checkCurves(
    _ spec: ExperimentSpec, _ sample: Sample, _ schemas: SchemaSet, _ report: InputReport
  ) {
    var total = 0.0
    let points = sample.galaxies.map(\.curve.count)
    for case let step as CurvesStep in spec.analyses {
      guard let fits = schemas[step.input.value] else { continue }
      let sizes =
        spec.grid.filter { fits.axes.contains($0.name) }.map(\.values.count)
        + (fits.keys.contains("model") ? [spec.models.count] : [])
      let rows = step.rows(fits: sizes.reduce(1) { $0 * Double($1) }, points: points)
      total += rows.count
      guard total > Double(CurvesStep.mostRows) else { continue }
      let count = Int(exactly: total.rounded()).map(\.grouped) ?? "too many to count"
      report.error(
        "curves could have \(count) rows, more than \(CurvesStep.mostRows.grouped)",
        at: rows.place,
        help: "give the best fits, as a 'select' makes them, fewer values of the grid, or fewer "
          + "points for drawing")
      return
    }
  }
}
