import Models
import Steps
import Support
import Tables

/// The `intervals` table: how far each quantity of a fit may go, the others refitted.
///
/// A row stands for a quantity that a fit varied; a refused unit has none.
struct IntervalTable {
  /// What the end of an interval is.
  private enum End: String, CaseIterable {
    /// The objective rises by 4 before the bound.
    case closed
    /// It rises by 1, and the bound comes before it has risen by 4.
    case openBeyondOne = "open beyond 1"
    /// The bound comes before it has risen by 1.
    case open
    /// The quantity has no effect, so that every value is as good.
    case noEffect = "no effect"

    init(_ value: Double, _ first: Double, _ second: Double) {
      self =
        value.isNaN ? .noEffect : first.isNaN ? .open : second.isNaN ? .openBeyondOne : .closed
    }
  }

  private var draft: TableDraft
  private let quantities: FitQuantities
  private let axes: ColumnBlock
  private let galaxy: Column<Int>
  private let model: Column<Int>
  private let parameter: Column<Int>
  private let value: Column<Double>
  private let ends: [Column<Double>]
  private let lowerEnd: Column<End>
  private let upperEnd: Column<End>

  init(axes: [Axis], _ quantities: FitQuantities, galaxies: [String]?) {
    self.quantities = quantities
    draft = TableDraft(TableName.intervals, over: axes)
    self.axes = draft.axes(axes)
    galaxy = draft.galaxy(galaxies)
    model = draft.item("model", as: .key, of: quantities.models.map(\.name), "name of the model")
    parameter = draft.item("parameter", as: .key, of: quantities.names, "the quantity")
    value = draft.real("value", "value of the fit, in the unit of the quantity")
    ends = [
      draft.real("lower1", Self.summary("least", rise: 1)),
      draft.real("upper1", Self.summary("largest", rise: 1)),
      draft.real("lower2", Self.summary("least", rise: 4)),
      draft.real("upper2", Self.summary("largest", rise: 4)),
    ]
    lowerEnd = draft.word("lower_end", of: End.self, Self.meaning("lower"))
    upperEnd = draft.word("upper_end", of: End.self, Self.meaning("upper"))
  }

  private static func summary(_ word: String, rise: Int) -> String {
    "\(word) value within \(rise) of the best objective, the others refitted; missing where the "
      + "bound comes first"
  }

  private static func meaning(_ side: String) -> String {
    "closed, open at the \(side) bound beyond 1 or from the first, or no effect"
  }

  var schema: TableSchema { draft.schema }

  /// Makes the rows of some cells from the records of their units.
  func table(_ grid: FitComputation, _ records: RecordSlice, of cells: Range<Int>) -> Table {
    var draft = draft
    grid.forEachProfile(in: records, of: cells) { unit, record, layout in
      for (_, place) in unit.places where record[layout.place(of: place)] == 1 {
        let start = layout.place(of: place) + 1
        let (value, ends) = (record[2 * place], (0..<4).map { record[start + $0] })
        draft.row {
          $0.set(axes, to: unit.cell)
          $0[galaxy] = unit.galaxy
          $0[model] = unit.model
          $0[parameter] = place
          $0[self.value] = value
          for (column, end) in zip(self.ends, ends) { $0[column] = end }
          $0[lowerEnd] = End(value, ends[0], ends[2])
          $0[upperEnd] = End(value, ends[1], ends[3])
        }
      }
    }
    return draft.table
  }

  /// By how much one side may exceed the other before a symmetric error misleads.
  private static let evenness = 1.5

  /// What is counted: intervals that both ends are known of, and those that lean to one side.
  private enum Counted {
    static let closed = "closed intervals"
    static let uneven = "uneven intervals"
  }

  /// Counts the intervals that lean to one side.
  static func tally(_ table: Table) -> Tally {
    var tally = Tally()
    let (values, lower, upper) = (
      table.values("value"), table.values("lower1"), table.values("upper1")
    )
    let sides = (0..<table.rowCount).map { row in
      (values[row] - lower[row], upper[row] - values[row])
    }.filter { !$0.0.isNaN && !$0.1.isNaN }
    tally.add(sides.count, as: Counted.closed)
    tally.add(sides.count { max($0, $1) > evenness * min($0, $1) }, as: Counted.uneven)
    return tally
  }

  /// How many intervals lean to one side.
  static func notes(_ tally: Tally) -> [String] {
    let uneven = tally[Counted.uneven]
    guard uneven > 0 else { return [] }
    return [
      "\(uneven.grouped) of \(tally[Counted.closed].grouped) closed intervals have sides that "
        + "differ by more than half: one error misleads there; see '\(TableName.intervals)'"
    ]
  }
}
