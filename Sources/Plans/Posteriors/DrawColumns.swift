import Models
import Specs
import Steps
import Support
import Tables

/// The columns of a table of draws: its keys, the number of the draw, what it is.
struct DrawColumns {
  private let keys: PosteriorRows.Columns
  private let draw: Column<Int>
  /// The quantities that no axis fixes, what follows from them, and ln L: each with its place among
  /// the numbers of a draw.
  private let numbers: [(place: Int, column: Column<Double>)]

  /// Declares the columns.
  ///
  /// - Parameters:
  ///   - rows: What tells units apart.
  ///   - keys: Its columns in the draft.
  ///   - content: What posteriors are told of.
  ///   - draft: Receives the columns.
  init(
    _ rows: PosteriorRows, _ keys: PosteriorRows.Columns, _ content: PosteriorContent,
    in draft: inout TableDraft
  ) {
    self.keys = keys
    draw = draft.integer(DrawColumn.draw.rawValue, as: .key, "number of the draw")
    var numbers: [(place: Int, column: Column<Double>)] = []
    for quantity in content.quantities.varied(beside: rows.axisList) {
      numbers.append(
        (quantity.place, draft.real(quantity.name, unit: quantity.unit, quantity.summary)))
    }
    var place = content.quantities.count
    for entry in content.settings.derive {
      numbers.append((place, draft.real(entry.key.value, "\(entry.value.canonicalText)")))
      place += 1
    }
    numbers.append(
      (
        place,
        draft.real(
          DrawColumn.logLikelihood.rawValue,
          "natural logarithm of the likelihood of the speeds as measured")
      ))
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
    for (place, column) in numbers { row[column] = values[values.startIndex + place] }
  }
}
