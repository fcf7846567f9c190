import Numerics
import Support
import Tables

extension PanelMaker {
  /// Areas: between two lines, of a spread, or a zone from side to side.
  func bands(_ layer: LayerRows) -> [Mark] {
    if layer.table == nil { return zone(layer) }
    switch layer.spec.summary?.value {
    case .median, .mean:
      return series.groups(layer).map { paint, _, rows in
        let summary = running(layer, rows)
        return .band(
          BandMark(
            x: summary.x.map { x.place($0) }, low: summary.spread.map { y.place($0.lowerBound) },
            high: summary.spread.map { y.place($0.upperBound) }, paint: paint, opacity: 0.22,
            label: layer.spec.mark?.value == .band ? layer.spec.title : ""))
      }
    case .density: return densityBands(layer)
    default: break
    }
    return series.groups(layer).flatMap { paint, label, rows -> [Mark] in
      guard let xs = layer.x, let ys = layer.y, let high = ys.high else { return [] }
      let places = rows.map { (x.place(xs, $0), y.place(ys.numbers[$0]), y.place(high[$0])) }
        .filter { !$0.0.isNaN && !$0.1.isNaN && !$0.2.isNaN }
        .sortedStably { $0.0 }
      if places.isEmpty { return [] }
      let isPlain = layer.colour == nil && layer.spec.paint == nil
      return [
        .band(
          BandMark(
            x: places.map(\.0), low: places.map { min($0.1, $0.2) },
            high: places.map { max($0.1, $0.2) }, paint: paint, opacity: isPlain ? 0.06 : 0.12,
            label: label))
      ]
    }
  }

  /// A zone between two numbers of one axis.
  private func zone(_ layer: LayerRows) -> [Mark] {
    let paint = paint(layer, or: .plain)
    let label = layer.spec.title
    if let xs = layer.x, let high = xs.high {
      let ends = [x.place(xs.numbers[0]), x.place(high[0])].sorted()
      return [
        .band(
          BandMark(
            x: ends, low: [-.infinity, -.infinity], high: [.infinity, .infinity], paint: paint,
            opacity: 0.03, label: label))
      ]
    }
    guard let ys = layer.y, let high = ys.high else { return [] }
    let ends = [y.place(ys.numbers[0]), y.place(high[0])].sorted()
    let sides = [xDomain.lowerBound, xDomain.upperBound]
    return [
      .band(
        BandMark(
          x: sides, low: [ends[0], ends[0]], high: [ends[1], ends[1]], paint: paint,
          opacity: 0.06, label: label))
    ]
  }

  /// The area under a density from the 16th to the 84th percentile.
  private func densityBands(_ layer: LayerRows) -> [Mark] {
    series.groups(layer).compactMap { paint, label, rows in
      guard let xs = layer.x, let (places, heights) = kernel(layer, rows) else { return nil }
      let values = rows.map { x.place(xs.numbers[$0]) }.filter(\.isFinite)
      let low = Statistics.quantile(0.16, of: values)
      let high = Statistics.quantile(0.84, of: values)
      let inside = zip(places, heights).filter { $0.0 >= low && $0.0 <= high }
      return .band(
        BandMark(
          x: inside.map(\.0), low: inside.map { _ in 0 }, high: inside.map(\.1), paint: paint,
          opacity: 0.22, label: label))
    }
  }
}
