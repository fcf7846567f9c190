import Specs
import Steps
import Tables

/// A table of posteriors besides that of their evidences.
protocol PosteriorTableMaker: Sendable {
  /// - Parameters:
  ///   - rows: The keys that tell units apart.
  ///   - content: What posteriors are told of.
  init(_ rows: PosteriorRows, _ content: PosteriorContent)

  var schema: TableSchema { get }

  /// Makes the rows of some cells from the records of their units.
  func table(_ plan: PosteriorComputation, _ records: RecordSlice, of cells: Range<Int>) -> Table
}

/// The catalogue of these tables.
enum PosteriorTables {
  /// What makes a table.
  struct Maker {
    private let type: any PosteriorTableMaker.Type

    init(_ type: any PosteriorTableMaker.Type) { self.type = type }

    func schema(_ rows: PosteriorRows, _ content: PosteriorContent) -> TableSchema {
      type.init(rows, content).schema
    }

    func table(
      _ rows: PosteriorRows, _ plan: PosteriorComputation, _ records: RecordSlice,
      of cells: Range<Int>
    ) -> Table {
      type.init(rows, plan.content).table(plan, records, of: cells)
    }
  }

  /// - Returns: `nil` for the evidences, which every plan has.
  static func maker(of table: PosteriorTable) -> Maker? {
    switch table {
    case .evidences: nil
    case .posteriors: Maker(QuantityTable.self)
    case .correlations: Maker(PosteriorCorrelationTable.self)
    case .predictive: Maker(PredictiveTable.self)
    case .draws: Maker(DrawTable.self)
    case .weightedDraws: Maker(WeightedDrawTable.self)
    }
  }
}
