import Support
import Tables

/// Which value of `colour` and `symbol` has which look, the same all over a figure.
struct SeriesScale {
  private let colours: [String: Int]
  private let symbols: [String: Int]

  /// - Parameter layers: All layers of a figure.
  /// - Throws: `FigureFault` where there are more values than looks.
  init(_ layers: [LayerRows]) throws(FigureFault) {
    colours = try Self.places("colour", layers.filter { $0.spec.mark?.value != .cell }) {
      $0.spec.summary?.value == .best || $0.spec.summary?.value == .within ? nil : $0.colour
    }
    symbols = try Self.places("symbol", layers) { $0.symbol }
  }

  private static func places(
    _ channel: String, _ layers: [LayerRows], _ values: (LayerRows) -> ChannelValues?
  ) throws(FigureFault) -> [String: Int] {
    var places: [String: Int] = [:]
    for layer in layers {
      guard let values = values(layer) else { continue }
      for label in values.labels(of: layer.rows) where places[label] == nil {
        places[label] = places.count
      }
    }
    if places.count > Paint.most {
      throw FigureFault(
        "channel '\(channel)' tells \(Paint.most) values apart at most, and there are "
          + "\(places.count)")
    }
    return places
  }

  /// The look of a row of a layer.
  func paint(_ layer: LayerRows, _ row: Int) -> Paint {
    let colour = layer.colour?.label(row).flatMap { colours[$0] }
    let symbol = layer.symbol?.label(row).flatMap { symbols[$0] }
    var paint = colour.map { Paint.series[$0] } ?? layer.spec.paint?.paint ?? .plain
    if let word = layer.spec.symbol?.value.root.word, let given = Symbol(rawValue: word) {
      paint.symbol = given
    } else if let symbol {
      paint.symbol = Paint.series[symbol].symbol
    }
    return paint
  }

  /// The rows of a layer by their look, each with what it is called.
  func groups(_ layer: LayerRows) -> [(paint: Paint, label: String, rows: [Int])] {
    let isOne = [.best, .within].contains(layer.spec.summary?.value)
    guard layer.colour != nil || layer.symbol != nil, !isOne else {
      return [(paint(layer, 0), layer.spec.title, layer.rows)]
    }
    let columns = [layer.colour, layer.symbol].compactMap { $0?.numbers }
    let rows = layer.rows.filter { row in columns.allSatisfy { !$0[row].isNaN } }
    let groups = RowGroups(by: columns, among: rows)
    let order = zip(groups.keys, groups.rows).sorted { left, right in
      left.0.lexicographicallyPrecedes(right.0)
    }
    return order.map { _, rows in
      let names = [layer.colour, layer.symbol].compactMap { $0?.label(rows[0]) }
      return (
        paint(layer, rows[0]), names.map(ModelTitle.text).distinct.joined(separator: ", "), rows
      )
    }
  }
}
