import Support
import Tables

/// The tables of a bootstrap: intervals of what a regression gives, and of the best cell.
struct BootstrapTables {
  /// What is resampled of a fit.
  private struct Quantity {
    let name: String
    let value: (DrawnFit) -> Double
  }

  /// A table with an interval for each group and quantity.
  private struct Intervals {
    var draft: TableDraft
    let groups: ColumnBlock
    let column: Column<Int>
    let interval: IntervalColumns

    init(
      _ name: String, _ groups: [ColumnSchema], of quantities: [String], _ summary: String,
      axes: [String] = [], constants: Set<String> = []
    ) {
      draft = TableDraft(name, axes: axes, constants: constants)
      self.groups = draft.block(groups, as: .key)
      column = draft.item("column", as: .key, of: quantities, summary)
      interval = IntervalColumns(in: &draft)
    }
  }

  /// The table of the best cell, which also tells where it lies and whether there are others.
  private struct Best {
    private(set) var intervals: Intervals
    let atLower: Column<Int>
    let atUpper: Column<Int>
    let ties: Column<Int>

    init(_ intervals: Intervals) {
      self.intervals = intervals
      atLower = self.intervals.draft.integer(
        "at_lower", "draws whose best cell is the first of this axis")
      atUpper = self.intervals.draft.integer(
        "at_upper", "draws whose best cell is the last of this axis")
      ties = self.intervals.draft.integer("ties", "draws in which another cell is as good")
    }
  }

  /// The best cell of a draw.
  private struct BestCell {
    let group: Int
    /// The ends of the axes that it lies at.
    let sides: [GridPlaces.Side?]
    /// Whether another is as good.
    let isTied: Bool
  }

  private let cells: Intervals
  private let best: Best
  private let quantities: [Quantity]
  /// Where the axes, and where the other columns stand in a key of the groups.
  private let axisPlaces: [Int]
  private let otherPlaces: [Int]

  init(_ step: RegressStep, _ table: TableSchema) {
    let groups = step.grouping.columns(of: table)
    let axes = step.grouping.axes(of: table)
    axisPlaces = groups.indices.filter { axes.contains(groups[$0].name) }
    otherPlaces = groups.indices.filter { !axes.contains(groups[$0].name) }
    quantities =
      [
        Quantity(name: "r2", value: \.rSquared),
        Quantity(name: "loo_r2", value: \.leaveOneOutRSquared),
        Quantity(name: "rms", value: \.rms),
      ]
      + step.coefficients.enumerated().map { index, coefficient in
        Quantity(name: coefficient.name) { $0.coefficients[index] }
      }
    cells = Intervals(
      "\(step.name.value).bootstrap", groups, of: quantities.map(\.name), "what is resampled",
      axes: axes, constants: table.constants)
    best = Best(
      Intervals(
        Self.bestName(step), otherPlaces.map { groups[$0] },
        of: axisPlaces.map { groups[$0].name } + ["loo_r2"],
        "an axis, or leave-one-out R², at the best cell"))
  }

  private static func bestName(_ step: RegressStep) -> String { "\(step.name.value).best" }

  var schemas: [TableSchema] { [cells.draft.schema, best.intervals.draft.schema] }

  /// Makes both tables.
  ///
  /// - Parameters:
  ///   - sample: The rows.
  ///   - draws: The fits by draw and group; shape `[samples][groups]`.
  /// - Returns: Intervals of every group, and of the best cell.
  func tables(_ sample: RegressionSample, _ draws: [[DrawnFit]]) -> [Table] {
    var draft = cells.draft
    for (group, key) in sample.groups.keys.enumerated() {
      for (index, quantity) in quantities.enumerated() {
        draft.row {
          $0.set(cells.groups, to: key)
          $0[cells.column] = index
          cells.interval.write(draws.map { quantity.value($0[group]) }, into: &$0)
        }
      }
    }
    return [draft.table, bestTable(sample, draws)]
  }

  /// For each group beside the axes: in every draw the cell with the largest leave-one-out R².
  private func bestTable(_ sample: RegressionSample, _ draws: [[DrawnFit]]) -> Table {
    var draft = best.intervals.draft
    let keys = sample.groups.keys
    let positions = axisPlaces.map { place in keys.map { $0[place] } }
    // The cells of a family agree on everything else.
    let places = GridPlaces(positions, others: [])
    let families = RowGroups(
      by: otherPlaces.map { place in keys.map { $0[place] } }, among: keys.indices)
    for (family, cells) in zip(families.keys, families.rows) {
      let found = draws.map { bestCell(of: $0, among: cells, places) }
      let values = zip(found, draws).map { cell, draw in
        cell.map { draw[$0.group].leaveOneOutRSquared } ?? .nan
      }
      let columns =
        positions.map { axis in found.map { cell in cell.map { axis[$0.group] } ?? .nan } }
        + [values]
      for (index, values) in columns.enumerated() {
        draft.row { row in
          row.set(best.intervals.groups, to: family)
          row[best.intervals.column] = index
          best.intervals.interval.write(values, into: &row)
          row[best.ties] = found.count { $0?.isTied == true }
          guard index < positions.count, Set(cells.map { positions[index][$0] }).count > 1 else {
            return
          }
          row[best.atLower] = found.count { $0?.sides[index] == .lower }
          row[best.atUpper] = found.count { $0?.sides[index] == .upper }
        }
      }
    }
    return draft.table
  }

  private func bestCell(
    of draw: [DrawnFit], among cells: [Int], _ places: GridPlaces
  ) -> BestCell? {
    let fitted = cells.filter { draw[$0].leaveOneOutRSquared.isFinite }
    let best = fitted.max { draw[$0].leaveOneOutRSquared < draw[$1].leaveOneOutRSquared }
    guard let best else { return nil }
    let largest = draw[best].leaveOneOutRSquared
    return BestCell(
      group: best, sides: places.sides(of: best, among: fitted),
      isTied: fitted.contains { $0 != best && draw[$0].leaveOneOutRSquared == largest })
  }

  /// A sentence for each axis at whose ends best cells lie.
  static func warnings(about made: [Table], of step: RegressStep) -> [String] {
    guard let best = made.first(where: { $0.name == bestName(step) }) else { return [] }
    let (lower, upper) = (best.values("at_lower"), best.values("at_upper"))
    let draws = best.values("draws")
    return best.schema.words(of: "column").compactMap { axis in
      let rows = best.rows(where: "column", is: axis)
      let ends = rows.map { lower[$0] + upper[$0] }.filter { $0 > 0 }.reduce(0, +)
      guard ends > 0 else { return nil }
      return
        "\(best.name): \(Int(ends).grouped) of \(Int(rows.map { draws[$0] }.reduce(0, +)).grouped) "
        + "best cells lie at an end of \(axis): the grid decides them, not the data"
    }
  }
}
