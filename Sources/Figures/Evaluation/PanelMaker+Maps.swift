import Numerics
import Support
import Tables

extension PanelMaker {
  /// The values of a layer on the grid of its x and y; shape `[y][x]`.
  func grid(_ layer: LayerRows) -> (x: GridCells, y: GridCells, values: [[Double]])? {
    guard let colour = layer.colour?.numbers else { return nil }
    let places = layer.rows.compactMap { row in place(layer, row).map { (row, $0.0, $0.1) } }
    guard let columns = GridCells(places.map(\.1)), let rows = GridCells(places.map(\.2)) else {
      return nil
    }
    var values = [[Double]](
      repeating: [Double](repeating: .nan, count: columns.centres.count),
      count: rows.centres.count)
    for (row, a, b) in places {
      if let i = columns.index(of: a), let j = rows.index(of: b) { values[j][i] = colour[row] }
    }
    return (columns, rows, values)
  }

  /// The values of the two ends of the colours: down to three tolerances from the best, if there is
  /// a tolerance.
  func colours(_ layer: LayerRows) -> (range: ClosedRange<Double>, isBelow: Bool, isAbove: Bool)? {
    guard let colour = layer.colour?.numbers else { return nil }
    let values = layer.rows.map { colour[$0] }.filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return nil }
    guard low < high else { return (low...(low + 1), false, false) }
    guard let within = layer.spec.tolerance, within > 0 else { return (low...high, false, false) }
    if layer.spec.goal == .minimum {
      let end = ((low + 3 * within) / within).rounded(.up) * within
      return end < high ? (low...end, false, true) : (low...high, false, false)
    }
    let end = ((high - 3 * within) / within).rounded(.down) * within
    return end > low ? (end...high, true, false) : (low...high, false, false)
  }

  /// The value at the edge of what is nearly as good as the best.
  func edge(_ layer: LayerRows) -> Double? {
    guard let row = best(layer), let value = layer.colour?.numbers[row],
      let within = layer.spec.tolerance
    else { return nil }
    return layer.spec.goal == .minimum ? value + within : value - within
  }

  func cells(_ layer: LayerRows) -> [Mark] {
    guard let (columns, rows, values) = grid(layer), let colours = colours(layer) else { return [] }
    var mark = CellMark(x: [], y: [], values: [], domain: colours.range)
    for (j, line) in values.enumerated() {
      for (i, value) in line.enumerated() where !value.isNaN {
        mark.x.append(columns.cell(i))
        mark.y.append(rows.cell(j))
        mark.values.append(value)
      }
    }
    return [.cell(mark)]
  }

  /// The line around what is nearly as good as the best.
  func contour(_ layer: LayerRows) -> [Mark] {
    guard let (columns, rows, values) = grid(layer), let edge = edge(layer) else { return [] }
    let sign: Double = layer.spec.goal == .minimum ? -1 : 1
    let line = ContourLine.places(
      values.map { $0.map { sign * $0 } }, x: columns.centres, y: rows.centres, at: sign * edge)
    return [
      .line(
        LineMark(
          x: line.x, y: line.y, paint: paint(layer, or: .plain), weight: .outlined,
          label: layer.spec.title))
    ]
  }

  /// Where what is nearly as good meets an end of the grid.
  func edges(_ layer: LayerRows) -> [Mark] {
    guard let (columns, rows, values) = grid(layer), let edge = edge(layer) else { return [] }
    let isMinimum = layer.spec.goal == .minimum
    func isInside(_ value: Double) -> Bool { isMinimum ? value <= edge : value >= edge }
    let last = (columns.centres.count - 1, rows.centres.count - 1)
    let sides: [(RuleMark.Side, [ClosedRange<Double>])] = [
      (.bottom, columns.centres.indices.filter { isInside(values[0][$0]) }.map(columns.cell)),
      (.top, columns.centres.indices.filter { isInside(values[last.1][$0]) }.map(columns.cell)),
      (.left, rows.centres.indices.filter { isInside(values[$0][0]) }.map(rows.cell)),
      (.right, rows.centres.indices.filter { isInside(values[$0][last.0]) }.map(rows.cell)),
    ]
    return sides.flatMap { side, cells in
      Self.merged(cells).map { span in
        .rule(
          RuleMark(
            .edge(side, span), paint: Paint(.k2, .solid, .square), width: 2.4,
            label: "the region meets the end of the grid"))
      }
    }
  }

  /// Neighbours as one.
  private static func merged(_ cells: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
    cells.reduce(into: []) { result, cell in
      if let last = result.last, last.upperBound == cell.lowerBound {
        result[result.count - 1] = last.lowerBound...cell.upperBound
      } else {
        result.append(cell)
      }
    }
  }

  /// How many rows are in each cell.
  func density(_ layer: LayerRows) -> [Mark] {
    let points = layer.rows.compactMap { place(layer, $0) }
    let bins = layer.spec.bins ?? .count(40)
    guard let columns = BinEdges(bins, of: points.map(\.0), isLog: x.isLog),
      let rows = BinEdges(bins, of: points.map(\.1), isLog: y.isLog)
    else { return [] }
    let histogram = Histogram2D(points, x: columns, y: rows)
    var size = ""
    if case .width(let width) = bins {
      size = " of \(FigureNumber.short(width))\(x.isLog && y.isLog ? " dex" : "")"
    }
    var mark = DensityMark(x: [], y: [], counts: [], label: "points per cell\(size)")
    for (j, line) in histogram.counts.enumerated() {
      for (i, count) in line.enumerated() where count > 0 {
        mark.x.append(columns.edges[i]...columns.edges[i + 1])
        mark.y.append(rows.edges[j]...rows.edges[j + 1])
        mark.counts.append(Int(count))
      }
    }
    return [.density(mark)]
  }
}
