import Numerics
import Support
import Tables

extension PanelMaker {
  /// A formula over x, at 200 places of the axis.
  func function(_ layer: LayerRows) -> [Mark] {
    guard let function = layer.spec.function?.value else { return [] }
    let count = 200
    let places = (0...count).map { step -> Double in
      let part = Double(step) / Double(count)
      let (low, high) = (xDomain.lowerBound, xDomain.upperBound)
      guard x.isLog else { return low + (high - low) * part }
      let (from, to) = (Elementary.log10(low), Elementary.log10(high))
      return Elementary.pow(10, from + (to - from) * part)
    }
    let table = Table(
      TableSchema("x", axes: [], keys: [], columns: [ColumnSchema("x", "the place on the axis")]),
      [places])
    let values = function.numbers(over: table, TableSet())
    return [
      .line(
        LineMark(
          x: places, y: values.map { y.place($0) }, paint: paint(layer, or: .plain),
          weight: weight(layer), label: layer.spec.title))
    ]
  }

  private func weight(_ layer: LayerRows) -> LineMark.Weight {
    let paint = paint(layer, or: .plain)
    if hasMap || hasDensity { return paint == .plain ? .outlined : .component }
    if layer.colour != nil { return .main }
    if paint == .plain { return .main }
    return hasMainLine || paint.tone == .ink2 || paint.tone == .ink3 ? .component : .main
  }

  func lines(_ layer: LayerRows) -> [Mark] {
    switch layer.spec.summary?.value {
    case .share: return shares(layer)
    case .density: return kernels(layer)
    case .region: return regions(layer)
    case .within: return contour(layer)
    case .median, .mean: return bands(layer) + summaryLines(layer)
    default: break
    }
    return series.groups(layer).flatMap { paint, label, rows -> [Mark] in
      var places = rows.compactMap { row in place(layer, row).map { (row, $0.0, $0.1) } }
      if places.isEmpty { return [] }
      if let order = layer.order {
        places = places.sortedStably { order[$0.0] }
      } else if layer.spec.order == nil {
        places = places.sortedStably { $0.1 }
      }
      return [
        .line(
          LineMark(
            x: places.map(\.1), y: places.map(\.2), paint: paint, weight: weight(layer),
            label: label))
      ]
    }
  }

  private func summaryLines(_ layer: LayerRows) -> [Mark] {
    series.groups(layer).map { paint, label, rows in
      let summary = running(layer, rows)
      return .line(
        LineMark(
          x: summary.x.map { x.place($0) }, y: summary.middle.map { y.place($0) }, paint: paint,
          weight: .main, label: label.isEmpty ? Self.caption(layer) : label))
    }
  }

  /// The part of the rows up to each x, as steps.
  private func shares(_ layer: LayerRows) -> [Mark] {
    series.groups(layer).compactMap { paint, label, rows in
      guard let xs = layer.x else { return nil }
      let values = rows.map { xs.numbers[$0] }.filter { !$0.isNaN }
      let sorted = values.filter { !x.place($0).isNaN }.sorted()
      guard !sorted.isEmpty else { return nil }
      let below = values.count - sorted.count
      var mark = LineMark(
        x: [], y: [], paint: paint, weight: .main, label: bounded(label, layer, rows))
      for (index, value) in sorted.enumerated() {
        for count in [below + index, below + index + 1] {
          mark.x.append(value)
          mark.y.append(Double(count) / Double(values.count))
        }
      }
      return .line(mark)
    }
  }

  /// The name of a line with how many of its rows lie on a bound, which the line does not show.
  private func bounded(_ label: String, _ layer: LayerRows, _ rows: [Int]) -> String {
    let count = rows.count(where: layer.isHollow)
    if count == 0 { return label }
    let words = "\(count.grouped) of \(rows.count.grouped) on a bound"
    return label.isEmpty ? words : "\(label), \(words)"
  }

  /// A smooth density of x.
  func kernel(_ layer: LayerRows, _ rows: [Int]) -> (x: [Double], y: [Double])? {
    guard let xs = layer.x else { return nil }
    let values = rows.map { x.place(xs.numbers[$0]) }.filter(\.isFinite)
    guard let (low, high) = Self.core(values),
      let bins = BinEdges(
        .edges((0...60).map { low + (high - low) * Double($0) / 60 }), of: [], isLog: false)
    else { return nil }
    var counts = [Double](repeating: 0, count: bins.count)
    for value in values { if let bin = bins.index(of: value) { counts[bin] += 1 } }
    let smooth = Histogram2D.smoothed(counts, 1.6)
    let width = (high - low) / 60
    let total = Statistics.sum(smooth) * width
    return (
      (0..<bins.count).map { low + (Double($0) + 0.5) * width }, smooth.map { $0 / total }
    )
  }

  /// From where to where all but the farthest values lie, with a margin.
  static func core(_ values: [Double]) -> (Double, Double)? {
    guard !values.isEmpty else { return nil }
    let (low, high) = (
      Statistics.quantile(0.0015, of: values), Statistics.quantile(0.9985, of: values)
    )
    guard low < high else { return nil }
    return (low - 0.03 * (high - low), high + 0.03 * (high - low))
  }

  private func kernels(_ layer: LayerRows) -> [Mark] {
    series.groups(layer).compactMap { paint, label, rows in
      guard let (xs, ys) = kernel(layer, rows) else { return nil }
      return .line(
        LineMark(
          x: xs, y: ys, paint: paint, weight: .main, label: bounded(label, layer, rows)))
    }
  }

  /// The edges of the smallest areas that hold 68 and 95 %.
  private func regions(_ layer: LayerRows) -> [Mark] {
    series.groups(layer).flatMap { paint, label, rows -> [Mark] in
      let points = rows.compactMap { place(layer, $0) }
      guard let (x0, x1) = Self.core(points.map(\.0)), let (y0, y1) = Self.core(points.map(\.1)),
        let xBins = BinEdges(
          .edges((0...48).map { x0 + (x1 - x0) * Double($0) / 48 }), of: [], isLog: false),
        let yBins = BinEdges(
          .edges((0...48).map { y0 + (y1 - y0) * Double($0) / 48 }), of: [], isLog: false)
      else { return [] }
      var histogram = Histogram2D(points, x: xBins, y: yBins)
      histogram.smooth(1.5)
      func middles(_ edges: [Double]) -> [Double] {
        zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 }
      }
      return [0.95, 0.68].map { part in
        let line = ContourLine.places(
          histogram.counts, x: middles(xBins.edges), y: middles(yBins.edges),
          at: histogram.level(of: part))
        return .line(
          LineMark(
            x: line.x, y: line.y, paint: paint, weight: part < 0.9 ? .main : .component,
            label: part < 0.9 ? label : ""))
      }
    }
  }
}
