import Support
import Tables

/// The table of an optimization with a row for each optimum: the account of the search, and all
/// columns of the table at the optimum.
struct OptimumTable {
  private(set) var draft: TableDraft
  /// The keys of the table that a search leaves, in their order.
  private let keys: ColumnBlock
  private let searched: ColumnBlock
  private let objective: Column<Double>
  private let status: Column<OptimumStatus>
  private let evaluations: Column<Int>
  private let gridPoints: Column<Int>
  private let refinements: Column<Int>
  private let optima: Column<Int>
  private let atBound: Column<String>
  private let jump: Column<String>
  /// How many rows take part on both sides of a jump; `nil` for the optima of galaxies.
  private let rows: (here: Column<Int>, beyond: Column<Int>)?
  private let points: (here: Column<Int>, beyond: Column<Int>)
  /// The names of the axes that are searched.
  private let axes: [String]
  /// The columns of the table at the optimum, beside its keys.
  private let rest: ColumnBlock

  init(_ step: OptimizeStep, _ table: TableSchema) {
    draft = step.draft(step.name.value, table)
    keys = draft.block(step.keys(of: table), as: .key)
    searched = draft.block(step.searched(in: table))
    objective = draft.real(
      "objective", "value of \(step.objective.canonicalText) at the optimum")
    status = draft.word(
      "status", of: OptimumStatus.self,
      "interior, at_bound, at_jump, no_zero, several_zeros or no_value")
    evaluations = draft.integer("evaluations", "how often the objective was worked out")
    gridPoints = draft.integer("grid_points", "points of the grid that was covered")
    refinements = draft.integer("refinements", "minima of the grid that were refined")
    optima = draft.integer("optima", "distinct local optima that were found")
    axes = step.ranges.map(\.axis.value)
    let words = GridPlaces.words(of: axes)
    atBound = draft.word("at_bound", among: words, "the ends of ranges that it lies at")
    jump = draft.word(
      "jump", among: words, "the sides on which another sample begins right beside it")
    rows =
      step.isEach
      ? nil
      : (
        draft.integer("n_here", "rows that take part at the optimum, where it lies on a jump"),
        draft.integer("n_beyond", "rows that take part beyond the jump")
      )
    points = (
      draft.integer("points_here", "points that count at the optimum, where it lies on a jump"),
      draft.integer("points_beyond", "points that count beyond the jump")
    )
    rest = draft.block(table.valueColumns)
  }

  func table(_ found: [FoundOptimum]) -> Table {
    var draft = draft
    for optimum in found {
      draft.row {
        if let table = optimum.table, table.rowCount > 0 {
          $0.set(keys, to: keys.values(in: table), at: 0)
          $0.set(rest, to: rest.values(in: table), at: 0)
        }
        $0.set(searched, to: optimum.point)
        $0[objective] = optimum.value
        $0[status] = optimum.status
        $0[evaluations] = optimum.evaluations
        $0[gridPoints] = optimum.grid?.points
        $0[refinements] = optimum.grid?.refinements
        $0[optima] = optimum.grid == nil ? nil : optimum.optima.count
        $0[atBound] = GridPlaces.word(optimum.ends, of: axes)
        guard let found = optimum.jump else { return }
        $0[jump] = GridPlaces.word(found.sides, of: axes)
        if let rows {
          $0[rows.here] = found.here.rows
          $0[rows.beyond] = found.beyond.rows
        }
        $0[points.here] = found.here.points
        $0[points.beyond] = found.beyond.points
      }
    }
    return draft.table
  }

  /// A sentence for optima that the range or the sample decides, made of the table.
  static func warnings(about table: Table, of step: OptimizeStep) -> [String] {
    let name = step.name.value
    let bound = table.words("status", as: OptimumStatus.self).count { $0 == .atBound }
    let jumps = (0..<table.rowCount).filter { !table.text(row: $0, of: "jump").isEmpty }
    var warnings: [String] = []
    if bound > 0 {
      warnings.append(
        "\(name): \(bound.grouped) of \(table.rowCount.grouped) optima lie at an end of the "
          + "range: the range decides them, not the data")
    }
    if step.isEach, !jumps.isEmpty {
      warnings.append(
        "\(name): \(jumps.count.grouped) of \(table.rowCount.grouped) optima lie on a jump, "
          + "beyond which other points count: see 'jump'")
    } else if let row = jumps.first {
      warnings.append("\(name): \(sentence(table, row, of: step))")
    }
    return warnings
  }

  /// The jump of the optimum of a sample, with all the digits that it takes to stay on its side.
  private static func sentence(_ table: Table, _ row: Int, of step: OptimizeStep) -> String {
    func text(_ column: String) -> String { table.text(row: row, of: column) }
    let counts = ["n", "points"].filter { text("\($0)_here") != text("\($0)_beyond") }
      .map { "\($0) is \(text("\($0)_here")) there and \(text("\($0)_beyond")) beyond it" }
    let place = step.ranges.map { "\($0.axis.value) \(text($0.axis.value))" }
    return "the optimum at \(place.joined(separator: ", ")) lies on a jump of the sample "
      + "(\(text("jump"))): \(counts.joined(separator: ", "))"
  }
}

extension OptimizeStep {
  /// The keys of the table that a search leaves, in their order.
  func keys(of table: TableSchema) -> [ColumnSchema] {
    table.keyColumns.filter { key in !ranges.contains { $0.axis.value == key.name } }
  }

  /// The columns of the axes that are searched.
  func searched(in table: TableSchema) -> [ColumnSchema] {
    ranges.compactMap { table[$0.axis.value] }
  }

  func draft(_ name: String, _ table: TableSchema) -> TableDraft {
    let left = keys(of: table).map(\.name)
    return TableDraft(
      name, axes: table.axes.filter(left.contains), constants: table.constants)
  }
}
