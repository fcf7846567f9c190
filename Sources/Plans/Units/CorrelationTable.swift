import Models
import Steps
import Tables

/// The `correlations` table: between each two quantities of an interior fit.
struct CorrelationTable {
  private var draft: TableDraft
  private let axes: ColumnBlock
  private let galaxy: Column<Int>
  private let model: Column<Int>
  private let parameter: Column<Int>
  private let other: Column<Int>
  private let correlation: Column<Double>

  init(axes: [Axis], _ quantities: FitQuantities, galaxies: [String]?) {
    draft = TableDraft(TableName.correlations, over: axes)
    self.axes = draft.axes(axes)
    galaxy = draft.galaxy(galaxies)
    model = draft.item("model", as: .key, of: quantities.models.map(\.name), "name of the model")
    parameter = draft.item("parameter", as: .key, of: quantities.names, "one quantity")
    other = draft.item("other", as: .key, of: quantities.names, "the other quantity")
    correlation = draft.real(
      "correlation", "of the two in the covariance that the errors come from, from -1 to 1")
  }

  var schema: TableSchema { draft.schema }

  /// Makes the rows of some cells from the records of their units.
  func table(_ grid: FitComputation, _ records: RecordSlice, of cells: Range<Int>) -> Table {
    var draft = draft
    grid.forEachProfile(in: records, of: cells) { unit, record, layout in
      for (_, one) in unit.places {
        for (_, two) in unit.places where two > one {
          let value = record[layout.place(of: one, with: two)]
          guard !value.isNaN else { continue }
          draft.row {
            $0.set(axes, to: unit.cell)
            $0[galaxy] = unit.galaxy
            $0[model] = unit.model
            $0[parameter] = one
            $0[other] = two
            $0[correlation] = value
          }
        }
      }
    }
    return draft.table
  }
}
