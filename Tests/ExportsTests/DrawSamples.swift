import Tables

/// Tables of draws.
enum DrawSamples {
  /// Draws of two galaxies, two models and two cells, of which the last has none for one model; the
  /// second model has no `c200`.
  static func table(weighted: Bool = false) -> Table {
    let keys = ["upsilon_disk", "upsilon_gas", "galaxy", "model", "draw"]
    let columns = [
      ColumnSchema("upsilon_disk", "ratio"), ColumnSchema("upsilon_gas", "ratio"),
      ColumnSchema("galaxy", .word(["NGC 1", "A/B.2"]), "name"),
      ColumnSchema("model", .word(["nfw", "linear"]), "model"),
      ColumnSchema("draw", .integer, "number"), ColumnSchema("v200", unit: "km / s", "speed"),
      ColumnSchema("c200", "concentration"), ColumnSchema("ln_likelihood", "ln L"),
      ColumnSchema("weight", "weight"),
    ]
    var rows: [[Double]] = []
    for (cell, ratio) in [0.4, 0.5].enumerated() {
      for galaxy in 0..<2 {
        for model in 0..<(cell == 1 && galaxy == 1 ? 1 : 2) {
          for draw in 1...3 {
            let number = Double(100 * cell + 20 * galaxy + 10 * model + draw)
            rows.append([
              ratio, 1, Double(galaxy), Double(model), Double(draw), number,
              model == 0 ? number / 7 : .nan, -number, 1 / Double(draw),
            ])
          }
        }
      }
    }
    let kept = weighted ? columns : columns.dropLast()
    let schema = TableSchema(
      weighted ? "draws_weighted" : "draws", axes: Array(keys.prefix(2)), keys: keys,
      columns: Array(kept))
    return Table(schema, rows: rows.map { Array($0.prefix(kept.count)) })
  }
}
