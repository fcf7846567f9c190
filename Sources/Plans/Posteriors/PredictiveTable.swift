import Specs
import Steps
import Tables

/// The `predictive` table: where the speed and each part of it lie at the points of each unit.
struct PredictiveTable: PosteriorTableMaker {
  private var draft: TableDraft
  private let keys: PosteriorRows.Columns
  private let point: Column<Int>
  private let numbers: [Column<Double>]

  /// The speeds in the order of a record, and the numbers of their bands.
  private static let speeds = [
    ("v_gas", "speed due to the gas"), ("v_disk", "speed due to the disk"),
    ("v_bulge", "speed due to the bulge"), ("v_bary", "speed due to the baryons"),
    ("v_extra", "what the law adds"), ("v_model", "speed of the model"),
  ]
  private static let quantiles = [
    ("", "median"), ("_p2_5", "quantile at 2.5 %"), ("_p16", "quantile at 16 %"),
    ("_p84", "quantile at 84 %"), ("_p97_5", "quantile at 97.5 %"),
  ]

  init(_ rows: PosteriorRows, _ content: PosteriorContent) {
    var (draft, keys) = rows.draft(PosteriorTable.predictive.rawValue)
    self.keys = keys
    point = draft.integer("point", as: .key, "number of the point, from the centre")
    var numbers = [
      draft.real(
        "radius", unit: "kpc", "distance from the centre at the distance of the catalogue")
    ]
    for (name, summary) in Self.speeds {
      for (suffix, quantile) in Self.quantiles {
        numbers.append(
          draft.real(
            name + suffix, unit: "km / s",
            "\(quantile) of the \(summary), at the inclination of the catalogue"))
      }
    }
    self.numbers = numbers
    self.draft = draft
  }

  var schema: TableSchema { draft.schema }

  func table(_ plan: PosteriorComputation, _ records: RecordSlice, of cells: Range<Int>) -> Table {
    var draft = draft
    plan.forEachUnit(in: records, of: cells) { place, record in
      for index in 0..<plan.points[place.galaxy] {
        let start = plan.layout.start(ofPoint: index)
        guard !record[start].isNaN else { continue }
        draft.row { row in
          keys.set(plan, place, in: &row)
          row[point] = index + 1
          for (offset, column) in numbers.enumerated() { row[column] = record[start + offset] }
        }
      }
    }
    return draft.table
  }
}
