import Support
import Tables

extension PanelMaker {
  /// Symbols: one for each row, for each bin, or for the best row.
  func points(_ layer: LayerRows) -> [Mark] {
    switch layer.spec.summary?.value {
    case .median, .mean: return summaryPoints(layer)
    case .best: return bestPoint(layer)
    default: break
    }
    return series.groups(layer).map { paint, label, rows in
      var mark = PointMark(
        x: [], y: [], xEnds: [], yEnds: [], isHollow: [], paint: paint,
        size: hasMap ? .outline : .usual, label: label)
      for row in rows {
        guard let xs = layer.x, let ys = layer.y, let (a, b) = place(layer, row) else { continue }
        mark.x.append(a)
        mark.y.append(b)
        mark.isHollow.append(layer.isHollow(row))
        if layer.xError != nil {
          mark.xEnds.append(x.ends(layer.ends(layer.xError, around: xs, row)))
        }
        if layer.yError != nil {
          mark.yEnds.append(y.ends(layer.ends(layer.yError, around: ys, row)))
        }
      }
      return .point(mark)
    }
  }

  /// The bins along x of a layer that sums up.
  func bins(_ layer: LayerRows, _ usual: Int) -> BinEdges? {
    guard layer.x != nil else { return nil }
    if let words = x.words {
      return BinEdges(
        .edges((0...max(1, words.count)).map { Double($0) - 0.5 }), of: [], isLog: false)
    }
    return BinEdges(layer.spec.bins ?? .count(usual), of: binned, isLog: x.isLog)
  }

  private func summaryPoints(_ layer: LayerRows) -> [Mark] {
    series.groups(layer).map { paint, label, rows in
      let summary = running(layer, rows)
      let usual = layer.colour == nil && layer.spec.paint == nil ? Paint.series[1] : paint
      return .point(
        PointMark(
          x: summary.x.map { x.place($0) }, y: summary.middle.map { y.place($0) }, xEnds: [],
          yEnds: summary.spread.map { y.ends($0) },
          isHollow: summary.x.map { _ in false }, paint: usual, size: .large,
          label: label.isEmpty ? Self.caption(layer) : label))
    }
  }

  /// The summary in bins of what can stand on the axes.
  func running(_ layer: LayerRows, _ rows: [Int]) -> RunningSummary {
    let usable = rows.filter { row in
      let isPlaced = layer.x.map { !x.place($0, row).isNaN } ?? true
      return isPlaced && (layer.y.map { !y.place($0, row).isNaN } ?? true)
    }
    return RunningSummary(layer, usable, in: layer.x == nil ? nil : bins(layer, 15))
  }

  /// What a summary is, in words.
  static func caption(_ layer: LayerRows) -> String {
    let isMean = layer.spec.summary?.value == .mean
    let name = isMean ? "mean" : "median"
    switch layer.spec.spread ?? (isMean ? .std : .percentiles) {
    case .percentiles: return "running \(name), 16–84 % of the points"
    case .std: return "running \(name), one standard deviation"
    case .resampled: return "running \(name), error by resampling galaxies"
    }
  }

  /// The row with the best colour.
  func best(_ layer: LayerRows) -> Int? {
    guard let values = layer.colour?.numbers else { return nil }
    let isMinimum = layer.spec.goal == .minimum
    var best: Int?
    for row in layer.rows where values[row].isFinite {
      guard let other = best else {
        best = row
        continue
      }
      if isMinimum ? values[row] < values[other] : values[row] > values[other] { best = row }
    }
    return best
  }

  private func bestPoint(_ layer: LayerRows) -> [Mark] {
    guard let row = best(layer), let (a, b) = place(layer, row) else { return [] }
    return [
      .point(
        PointMark(
          x: [a], y: [b], xEnds: [], yEnds: [], isHollow: [false],
          paint: Paint(.ink, .solid, .square), size: .outline,
          label: layer.spec.called ?? "best"))
    ]
  }
}
