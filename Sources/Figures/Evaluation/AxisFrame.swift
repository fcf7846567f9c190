import Numerics

/// How values of one axis become numbers of a scene.
struct AxisFrame {
  var scale: ScaleKind
  /// The words of the axis in their order, where it has words.
  var words: [String]?
  /// Bins of equal drawn width, where the axis has these.
  var bins: BinEdges?
  private let places: [String: Double]

  init(scale: ScaleKind, words: [String]?, bins: BinEdges?) {
    (self.scale, self.words, self.bins) = (scale, words, bins)
    var places: [String: Double] = [:]
    if let words {
      for (place, word) in words.enumerated() { places[word] = Double(place) }
    }
    self.places = places
  }

  var isLog: Bool { scale == .log && words == nil }

  /// Where a row stands; NaN where it cannot.
  func place(_ values: ChannelValues, _ row: Int) -> Double {
    if words == nil { return place(values.numbers[row]) }
    guard let label = values.label(row), let place = places[label] else { return .nan }
    return place
  }

  /// Where a number stands; NaN where it cannot.
  func place(_ value: Double) -> Double {
    if words != nil { return value }
    if scale == .log, value <= 0 { return .nan }
    guard let bins else { return value }
    guard let first = bins.edges.first, let last = bins.edges.last, !value.isNaN else {
      return .nan
    }
    if value <= first { return 0 }
    if value >= last { return Double(bins.count) }
    guard let bin = bins.index(of: value) else { return .nan }
    return Double(bin) + (value - bins.edges[bin]) / (bins.edges[bin + 1] - bins.edges[bin])
  }

  /// An error bar on this axis; an end that a logarithm does not know is far below.
  func ends(_ ends: ClosedRange<Double>?) -> ClosedRange<Double>? {
    guard let ends else { return nil }
    if isLog, ends.lowerBound <= 0 {
      guard ends.upperBound > 0 else { return nil }
      return ends.upperBound * 1e-6...ends.upperBound
    }
    let (low, high) = (place(ends.lowerBound), place(ends.upperBound))
    return low.isNaN || high.isNaN ? nil : low...high
  }

  /// From where to where the axis goes.
  func domain(_ choice: DomainChoice?, _ extent: AxisExtent) -> ClosedRange<Double> {
    if let words { return -0.5...max(0.5, Double(words.count) - 0.5) }
    if let bins { return 0...Double(bins.count) }
    switch choice {
    case .symmetric:
      let reach = 1.05 * extent.reach
      return reach > 0 ? -reach...reach : -1...1
    case .zero where !isLog:
      let (low, high) = extent.ends ?? (0, 1)
      let (from, to) = (min(0, 1.1 * low), max(0, 1.05 * high))
      return from < to ? from...to : from...(from + 1)
    case .ends(let low?, let high?): return isLog && low <= 0 ? padded(extent) : low...high
    case .ends(let low, let high):
      let usual = padded(extent)
      let (from, to) = (low ?? usual.lowerBound, high ?? usual.upperBound)
      if isLog && from <= 0 { return usual }
      return from < to ? from...to : from...(from + max(1, from.magnitude))
    default: return padded(extent)
    }
  }

  private func padded(_ extent: AxisExtent) -> ClosedRange<Double> {
    guard let (low, high) = extent.ends else { return isLog ? 0.1...10 : 0...1 }
    if extent.isExact, low < high { return low...high }
    if isLog {
      if low == high { return low / 2...high * 2 }
      let pad = Elementary.pow(high / low, 0.03)
      return low / pad...high * pad
    }
    if low == high { return low == 0 ? -1...1 : min(0, 2 * low)...max(0, 2 * low) }
    let pad = 0.04 * (high - low)
    return
      (extent.startsAtZero ? low : low - pad)...(extent.startsAtZero ? 1.12 * high : high + pad)
  }

  /// The scale in a scene.
  func sceneScale(_ domain: ClosedRange<Double>) -> Axis.Scale {
    if let words { return .words(words.map { WordText.text($0) }) }
    if bins != nil { return .linear }
    switch scale {
    case .linear: return .linear
    case .log: return .log
    case .symlog:
      let top = max(domain.upperBound.magnitude, domain.lowerBound.magnitude)
      let power = top > 0 ? Elementary.log10(top).rounded(.down) - 2 : 0
      return .symlog(linearTo: Elementary.pow(10, power))
    }
  }

  /// Ticks where the axis has bins of equal drawn width: at their edges, but for crowded ones.
  var ticks: [Axis.Tick]? {
    guard let bins else { return nil }
    let every = max(1, (bins.edges.count + 11) / 12)
    let middle = bins.edges.count / 2
    return bins.edges.enumerated().map { place, edge in
      let distance = (place - middle).magnitude
      let isShown = every == 1 || Int(distance) % every == (every > 1 ? 1 % every : 0)
      let isEnd = place == 0 || place == bins.edges.count - 1
      return Axis.Tick(
        Double(place), isShown && !(isEnd && every > 1) ? FigureNumber.short(edge) : "")
    }
  }
}
