import Support
import Tables

/// Whether what stands on one axis of the grid comes from samples of different size.
enum SampleSizes {
  /// The columns that count the rows behind a value.
  private static let columns = ["n", "count"]

  /// What is to be said of the cells of a block; `nil` where all have samples of one size.
  static func remark(_ layers: [LayerRows]) -> String? {
    for layer in layers {
      guard let table = layer.table, showsCells(layer.spec, of: table.schema),
        let name = columns.first(where: { table.schema[$0] != nil && !isShown($0, by: layer.spec) })
      else { continue }
      // Only what differs in the cell alone is compared.
      let others = table.schema.keys.filter { !table.schema.axes.contains($0) }
      let groups = RowGroups(by: others.map(table.values), among: layer.rows).rows
      let counts = table.values(name)
      let spans = groups.compactMap { rows -> ClosedRange<Double>? in
        let values = rows.map { counts[$0] }.filter(\.isFinite)
        guard let low = values.min(), let high = values.max(), low < high else { return nil }
        return low...high
      }
      guard let first = spans.first else { continue }
      let symbol = QuantitySymbol.text(name)
      if groups.count > 1 { return "\(symbol) differs: cells are judged on different samples" }
      let (low, high) = (Int(first.lowerBound).grouped, Int(first.upperBound).grouped)
      return "\(symbol) from \(low) to \(high): cells are judged on different samples"
    }
    return nil
  }

  /// Whether its rows are cells of a grid, along one of the axes.
  private static func showsCells(_ spec: LayerSpec, of schema: TableSchema) -> Bool {
    guard let mark = spec.mark?.value, [.line, .point, .cell].contains(mark), spec.summary == nil
    else { return false }
    let axes = schema.axes.filter { !schema.constants.contains($0) }
    let shown = [spec.x, spec.y].compactMap(\.self).flatMap(\.value.expressions).flatMap(\.names)
    return shown.contains { axes.contains($0) }
  }

  private static func isShown(_ column: String, by spec: LayerSpec) -> Bool {
    [spec.x, spec.y].compactMap(\.self).flatMap(\.value.expressions).flatMap(\.names)
      .contains(column)
  }
}
