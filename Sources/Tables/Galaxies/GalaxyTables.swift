package import Galaxies
import Support

/// Galaxies and their points as tables.
package enum GalaxyTables {
  /// The columns of a table with a row for each galaxy, or for each of its points.
  private struct Draft {
    var draft: TableDraft
    let galaxy: Column<Int>
    let numbers: ColumnBlock
  }

  private static func catalogueDraft(_ names: [String]?, _ galaxies: [Galaxy]) -> Draft {
    var draft = TableDraft(TableName.galaxies)
    let galaxy = draft.galaxy(names)
    let columns = GalaxyColumn.all.map { column in
      ColumnSchema(
        column.name, column.isWhole(in: galaxies) ? .integer : .real, unit: column.unit,
        column.summary)
    }
    let own = galaxies.ownColumns.map(\.schema)
    let numbers = draft.block(columns + own)
    return Draft(draft: draft, galaxy: galaxy, numbers: numbers)
  }

  private static func pointDraft(_ names: [String]?) -> Draft {
    var draft = TableDraft(TableName.points)
    let galaxy = draft.galaxy(names)
    let numbers = draft.points()
    return Draft(draft: draft, galaxy: galaxy, numbers: numbers)
  }

  /// The catalogue of a dataset, one row a galaxy.
  ///
  /// - Parameters:
  ///   - dataset: The dataset; `nil` while it is not at hand.
  ///   - mayHaveOwn: Whether it may then have columns of the user's own.
  /// - Returns: The schema.
  package static func catalogueSchema(
    _ dataset: Dataset?, mayHaveOwn: Bool = false
  ) -> TableSchema {
    let names = dataset?.galaxies.map(\.name)
    let schema = catalogueDraft(names, dataset.asList.flatMap(\.galaxies)).draft.schema
    return dataset == nil && mayHaveOwn ? schema.opened() : schema
  }

  /// The points, one row a galaxy and radius.
  package static func pointSchema(_ names: [String]?) -> TableSchema {
    pointDraft(names).draft.schema
  }

  /// Makes the table of all galaxies of a dataset, as the cuts leave their curves.
  ///
  /// - Parameters:
  ///   - galaxies: Every galaxy of the dataset, in its order.
  ///   - names: Their names.
  /// - Returns: The `galaxies` table.
  package static func catalogue(_ galaxies: [Galaxy], _ names: [String]) -> Table {
    var made = catalogueDraft(names, galaxies)
    made.draft.fill(made.galaxy, with: galaxies.indices.map(Double.init))
    let own = galaxies.ownColumns.indices.map { column in
      galaxies.map { $0.own.values[column] }
    }
    made.draft.fill(
      made.numbers,
      with: GalaxyColumn.all.map { column in galaxies.map { column.value(of: $0) } } + own)
    return made.draft.table
  }

  /// Makes the table of all points.
  ///
  /// - Parameters:
  ///   - galaxies: Every galaxy of the dataset, in its order.
  ///   - names: Their names.
  /// - Returns: The `points` table.
  package static func points(_ galaxies: [Galaxy], _ names: [String]) -> Table {
    var made = pointDraft(names)
    made.draft.fill(
      made.galaxy,
      with: galaxies.enumerated().flatMap { index, galaxy in
        [Double](repeating: Double(index), count: galaxy.curve.count)
      })
    made.draft.fill(
      made.numbers,
      with: PointColumn.all.map { column in galaxies.flatMap { $0.curve[keyPath: column.field] } })
    return made.draft.table
  }

  /// What a generated dataset was made with, one row a galaxy; `nil` for measured ones.
  package static func truth(_ dataset: Dataset) -> Table? {
    guard let first = dataset.truth.first else { return nil }
    var draft = TableDraft(TableName.truth)
    let names = dataset.galaxies.map(\.name)
    let galaxy = draft.word("galaxy", as: .key, among: names, galaxySummary)
    let values = draft.block(
      first.values.map { ColumnSchema($0.name, unit: $0.unit, "the value it was made with") })
    for truth in dataset.truth {
      draft.row {
        $0[galaxy] = truth.galaxy
        $0.set(values, to: truth.values.map(\.value))
      }
    }
    return draft.table
  }

  fileprivate static let galaxySummary = "name of the galaxy"
}

extension OwnColumn {
  /// The column of a table.
  fileprivate var schema: ColumnSchema {
    let kind: ColumnSchema.Kind =
      switch self.kind {
      case .number: .real
      case .wholeNumber: .integer
      case .word(let words): .word(words)
      }
    return ColumnSchema(name, kind, unit: unit, "from the catalogue")
  }
}

extension TableDraft {
  /// Declares the key that names the galaxy by its position in the dataset.
  ///
  /// - Parameter names: The galaxies of the dataset; `nil` as long as they are not known.
  /// - Returns: The column.
  package mutating func galaxy(_ names: [String]?) -> Column<Int> {
    item("galaxy", as: .key, of: names, GalaxyTables.galaxySummary)
  }

  /// Declares the columns that every point has, in the order of `PointColumn`; the radius is a key.
  package mutating func points() -> ColumnBlock {
    block(PointColumn.all.map { ColumnSchema($0.name, unit: $0.unit, $0.summary) }) {
      $0.name == "radius" ? .key : .value
    }
  }
}
