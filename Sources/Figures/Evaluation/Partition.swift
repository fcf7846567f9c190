import Support
import Tables

/// The rows of layers sorted by the values of one expression: facets, pages, rows of panels.
struct Partition {
  /// The values in the order of drawing.
  let labels: [String]
  private let expression: Expression
  private let tables: TableSet

  /// - Parameters:
  ///   - expression: What tells parts apart.
  ///   - layers: The layers; the first that knows the expression says which parts there are.
  ///   - tables: The tables.
  ///   - most: How many parts, evenly spread over their order; `nil` for all.
  ///   - noun: What the parts are called in a fault.
  /// - Throws: `FigureFault` where there are too many, or no table knows the expression.
  init(
    _ expression: Expression, over layers: [LayerRows], _ tables: TableSet, most: Int?,
    noun: String
  ) throws(FigureFault) {
    self.expression = expression
    self.tables = tables
    guard let main = layers.first(where: { Self.knows(expression, $0, tables) }),
      let table = main.table
    else { throw FigureFault("no table has '\(expression.canonicalText)' to sort by") }
    let values = ChannelValues(expression, over: table, tables)
    var labels = values.labels(of: main.rows)
    if let order = main.order {
      var first: [String: Double] = [:]
      for row in main.rows {
        guard let label = values.label(row), first[label] == nil else { continue }
        first[label] = order[row]
      }
      // Every label is that of a row, and has a place.
      labels = labels.compactMap { label in first[label].map { (label, $0) } }
        .sortedStably { $0.1 }.map(\.0)
    }
    if labels.count > 10_000 {
      throw FigureFault(
        "\(noun) '\(expression.canonicalText)' has \(labels.count.grouped) values, and there may "
          + "be 10,000 at most")
    }
    self.labels = most.map { labels.spread($0) } ?? labels
  }

  private static func knows(
    _ expression: Expression, _ layer: LayerRows, _ tables: TableSet
  ) -> Bool {
    guard let table = layer.table else { return false }
    let names = TableNames(table.schema, tables.schemas)
    return expression.names.allSatisfy { names.kind(of: $0) != nil }
  }

  /// The layers of each part; shape `[parts][layers]`.
  ///
  /// A layer whose table does not know the expression is in all of them.
  func parts(of layers: [LayerRows]) -> [[LayerRows]] {
    let places = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    let split = layers.map { layer -> [LayerRows] in
      guard let table = layer.table, Self.knows(expression, layer, tables) else {
        return [LayerRows](repeating: layer, count: labels.count)
      }
      let values = ChannelValues(expression, over: table, tables)
      let codes = values.words?.map { places[$0] }
      var rows = [[Int]](repeating: [], count: labels.count)
      for row in layer.rows {
        let value = values.numbers[row]
        if value.isNaN { continue }
        let place =
          if let codes { codes[Int(value)] } else { places[JSONValue.spelling(of: value)] }
        if let place { rows[place].append(row) }
      }
      return rows.map { layer.keeping($0) }
    }
    return labels.indices.map { part in split.map { $0[part] } }
  }
}

extension Array {
  /// Sorted by a number, what is missing last, what is equal in its order.
  func sortedStably(by value: (Element) -> Double) -> [Element] {
    let keyed = enumerated().map { ($0.offset, value($0.element), $0.element) }
    return keyed.sorted { left, right in
      if left.1.isNaN || right.1.isNaN {
        return left.1.isNaN == right.1.isNaN ? left.0 < right.0 : right.1.isNaN
      }
      return left.1 == right.1 ? left.0 < right.0 : left.1 < right.1
    }.map { $0.2 }
  }

  /// So many of them, evenly spread from the first to the last.
  func spread(_ most: Int) -> [Element] {
    guard count > most else { return self }
    guard most > 1 else { return Array(prefix(most)) }
    return (0..<most).map { self[($0 * (count - 1) + (most - 1) / 2) / (most - 1)] }
  }
}
