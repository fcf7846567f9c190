import Models
import Steps
import Tables

/// The keys of the tables of posteriors that tell units apart: cell, galaxy, model.
struct PosteriorRows {
  /// The axes of the grid.
  let axisList: [Axis]
  private let models: [String]
  private let galaxies: [String]?

  init(axes: [Axis], _ content: PosteriorContent, galaxies: [String]?) {
    axisList = axes
    models = content.quantities.models.map(\.name)
    self.galaxies = galaxies
  }

  /// The columns of the keys in a table.
  struct Columns {
    let axes: ColumnBlock
    let galaxy: Column<Int>
    let model: Column<Int>

    /// Writes the keys of a row.
    func set(_ plan: PosteriorComputation, _ place: UnitOrder.Place, in row: inout DraftRow) {
      row.set(axes, to: plan.cells[place.cell])
      row[galaxy] = plan.positions[place.galaxy]
      row[model] = place.model
    }
  }

  /// Begins a table.
  func draft(_ name: String) -> (draft: TableDraft, keys: Columns) {
    var draft = TableDraft(name, over: axisList)
    let axes = draft.axes(axisList)
    let galaxy = draft.galaxy(galaxies)
    let model = draft.item("model", as: .key, of: models, "name of the model")
    return (draft, Columns(axes: axes, galaxy: galaxy, model: model))
  }
}

extension PosteriorComputation {
  /// Goes through the units of some cells, in the order of the rows of tables.
  func forEachUnit(
    in records: RecordSlice, of cells: Range<Int>, _ body: (UnitOrder.Place, [Double]) -> Void
  ) {
    let order = order
    for place in order.places(of: cells) {
      body(place, Array(records.record(of: order.unit(of: place))))
    }
  }
}
