import Tables

/// A table of draws from posteriors, taken apart: the draws of each unit stand together.
struct DrawUnits {
  /// The draws of a cell, a galaxy and a model.
  struct Unit {
    /// Its rows in the table, in their order.
    let rows: [Int]
  }

  let table: Table
  /// The columns that tell units apart: axes, the galaxy, the model.
  let keys: [Int]
  /// The columns of quantities, and of what follows from them.
  let quantities: [Int]
  let likelihood: Int
  /// The column of weights; `nil` where all weigh the same.
  let weight: Int?
  let units: [Unit]

  /// - Returns: `nil` for a table of something else.
  init?(_ table: Table) {
    let schema = table.schema
    guard Self.isShape(of: schema),
      let likelihood = schema.index(of: DrawColumn.logLikelihood.rawValue)
    else { return nil }
    self.table = table
    self.likelihood = likelihood
    weight = schema.index(of: DrawColumn.weight.rawValue)
    keys = Array(0..<(schema.keys.count - 1))
    let rest = [likelihood, weight]
    quantities = schema.columns.indices.dropFirst(schema.keys.count).filter { !rest.contains($0) }
    var places: [[UInt64]: Int] = [:]
    var rows: [[Int]] = []
    for row in 0..<table.rowCount {
      let key = keys.map { table.values[$0][row].bitPattern }
      if let place = places[key] {
        rows[place].append(row)
      } else {
        places[key] = rows.count
        rows.append([row])
      }
    }
    units = rows.map { Unit(rows: $0) }
  }

  /// Whether a table is one of draws.
  static func isShape(of schema: TableSchema) -> Bool {
    schema.keys.suffix(3) == ["galaxy", "model", DrawColumn.draw.rawValue]
      && schema.index(of: DrawColumn.logLikelihood.rawValue) != nil
  }

  /// What a key column says of a unit, as a person reads it.
  func text(_ column: Int, of unit: Unit) -> String {
    guard let row = unit.rows.first else { return "" }
    let value = table.values[column][row]
    let words = table.schema.columns[column].words
    return words.isEmpty ? "\(value)" : words[Int(value)]
  }

  /// The columns among the keys that are axes of more than one value.
  var axes: [Int] {
    keys.dropLast(2).filter { Set(table.values[$0].map(\.bitPattern)).count > 1 }
  }

  /// The place of the galaxy's name.
  var galaxy: Int { keys[keys.count - 2] }

  /// The place of the model's name.
  var model: Int { keys[keys.count - 1] }
}
