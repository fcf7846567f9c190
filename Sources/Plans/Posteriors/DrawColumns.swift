import Models
import Specs
import Steps
import Support
import Tables

/// The columns of a table of draws: its keys, the number of the draw, what it is.
struct DrawColumns {
  private let keys: PosteriorRows.Columns
  private let draw: Column<Int>
  /// The quantities, what follows from them, and ln L.
  private let numbers: [Column<Double>]

  init(_ keys: PosteriorRows.Columns, _ content: PosteriorContent, in draft: inout TableDraft) {
    self.keys = keys
    draw = draft.integer("draw", as: .key, "number of the draw")
    let quantities =
      content.quantities.parameters.map { (name: $0.name, unit: $0.unit, summary: $0.summary) }
      + content.quantities.free.map { (name: $0.rawValue, unit: $0.unit, summary: $0.summary) }
    var numbers: [Column<Double>] = []
    for quantity in quantities {
      numbers.append(draft.real(quantity.name, unit: quantity.unit, quantity.summary))
    }
    for entry in content.settings.derive {
      numbers.append(draft.real(entry.key.value, "\(entry.value.canonicalText)"))
    }
    numbers.append(
      draft.real("ln_likelihood", "natural logarithm of the likelihood of the speeds as measured"))
    self.numbers = numbers
  }

  /// Writes a row.
  ///
  /// - Parameters:
  ///   - plan: Whose draw it is.
  ///   - place: The unit.
  ///   - index: Which draw, from 0.
  ///   - values: What ``PosteriorUnit/values(of:)`` gave.
  ///   - row: The row.
  func set(
    _ plan: PosteriorComputation, _ place: UnitOrder.Place, _ index: Int,
    _ values: ArraySlice<Double>, in row: inout DraftRow
  ) {
    keys.set(plan, place, in: &row)
    row[draw] = index + 1
    for (column, value) in zip(numbers, values) { row[column] = value }
  }
}
