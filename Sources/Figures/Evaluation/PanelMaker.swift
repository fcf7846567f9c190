import Numerics
import Support
import Tables

/// Makes the marks of a panel from its layers.
struct PanelMaker {
  let spec: PanelSpec
  let series: SeriesScale
  let notes: FigureNotes
  let x: AxisFrame
  let y: AxisFrame
  /// From where to where x goes.
  let xDomain: ClosedRange<Double>
  /// The values of x that are binned, of all that share the axis.
  let binned: [Double]
  let hasMap: Bool
  let hasDensity: Bool
  let hasMainLine: Bool
  /// Whether names stand in a line beneath each bar.
  let hasLists: Bool

  /// - Parameters:
  ///   - spec: The panel with all that it inherits.
  ///   - layers: Its layers with every row that shares its axes.
  ///   - series: The looks of series.
  ///   - notes: Receives what is left out.
  ///   - most: How many words an axis shows.
  init(
    _ spec: PanelSpec, _ layers: [LayerRows], _ series: SeriesScale, _ notes: FigureNotes,
    most: Int?
  ) {
    self.spec = spec
    self.series = series
    self.notes = notes
    hasMap = layers.contains { $0.spec.mark?.value == .cell }
    hasDensity = layers.contains { $0.spec.mark?.value == .density }
    hasMainLine = layers.contains {
      $0.spec.mark?.value == .line && $0.colour == nil && $0.spec.paint == nil
    }
    let bars = layers.first { $0.spec.mark?.value == .bar }
    hasLists = bars != nil && layers.contains(where: \.isList)
    var bins: BinEdges?
    if spec.scale.x == .symlog, let bars, let chosen = bars.spec.bins, case .edges = chosen {
      bins = BinEdges(chosen, of: [], isLog: false)
    }
    x = AxisFrame(
      scale: spec.scale.x ?? .linear, words: Self.words(layers, most) { $0.x }, bins: bins)
    y = AxisFrame(
      scale: spec.scale.y ?? .linear, words: Self.words(layers, most) { $0.y }, bins: nil)
    var values: [Double] = []
    var raw = AxisExtent()
    for layer in layers {
      let shown = layer.keeping(layer.shown(on: y))
      raw.add(Self.extent(shown, shown.x, shown.xError, x))
      if let xs = layer.x, layer.spec.summary != nil || layer.spec.mark?.value == .bar {
        values += layer.rows.map { xs.numbers[$0] }.filter(\.isFinite)
      }
    }
    binned = values
    xDomain = x.domain(spec.domain.x, raw)
  }

  /// The words of an axis in the order of drawing; `nil` where it has numbers.
  private static func words(
    _ layers: [LayerRows], _ most: Int?, _ channel: (LayerRows) -> ChannelValues?
  ) -> [String]? {
    let withWords = layers.filter { channel($0)?.words != nil }
    guard !withWords.isEmpty else { return nil }
    var words: [String] = []
    var known: Set<String> = []
    var rank: [String: Double] = [:]
    for layer in withWords {
      guard let values = channel(layer) else { continue }
      for label in values.labels(of: layer.rows) where known.insert(label).inserted {
        words.append(label)
      }
      for row in layer.rows {
        guard let order = layer.order, let label = values.label(row) else { continue }
        if rank[label] == nil { rank[label] = order[row] }
      }
    }
    if !rank.isEmpty { words = words.sortedStably { rank[$0] ?? -.infinity } }
    return most.map { words.spread($0) } ?? words
  }

  /// How far the values of a layer reach along an axis.
  private static func extent(
    _ layer: LayerRows, _ values: ChannelValues?, _ error: ChannelValues?, _ frame: AxisFrame
  ) -> AxisExtent {
    var extent = AxisExtent()
    guard let values, layer.spec.function == nil else { return extent }
    let mark = layer.spec.mark?.value
    if mark == .rule && layer.table != nil && layer.spec.summary == nil { return extent }
    if mark == .band, layer.table == nil { return extent }
    let isSmooth = [.density, .region].contains(layer.spec.summary?.value)
    if mark == .bar, frame.words == nil, layer.y == nil || isSmooth && mark == .bar {
      let numbers = layer.rows.map { values.numbers[$0] }.filter(\.isFinite)
      if let edges = BinEdges(layer.spec.bins ?? .count(20), of: numbers, isLog: frame.isLog) {
        extent.add(frame.place(edges.edges[0]))
        extent.add(frame.place(edges.edges[edges.count]))
      }
      extent.isExact = true
      return extent
    }
    if isSmooth,
      let (low, high) = Self.core(layer.rows.map { frame.place(values, $0) }.filter(\.isFinite))
    {
      extent.add(low)
      extent.add(high)
      extent.isExact = true
      return extent
    }
    for row in layer.rows {
      extent.add(frame.place(values, row))
      if let high = values.high { extent.add(frame.place(high[row])) }
      // On an axis of decades an error bar may be cut.
      if !frame.isLog { extent.add(frame.ends(layer.ends(error, around: values, row))) }
    }
    if mark == .cell, let cells = GridCells(layer.rows.map { frame.place(values, $0) }) {
      extent.add(cells.range)
      extent.isExact = true
    }
    if mark == .bar, layer.y?.words != nil {
      extent.add(0)
      extent.startsAtZero = true
    }
    return extent
  }

  /// The marks of some rows.
  func marks(_ layers: [LayerRows]) -> [Mark] {
    layers.flatMap { layer -> [Mark] in
      if layer.spec.function != nil { return function(layer) }
      switch layer.spec.mark?.value {
      case .point: return points(layer)
      case .line: return lines(layer)
      case .band: return bands(layer)
      case .bar: return bars(layer)
      case .cell: return cells(layer)
      case .density: return density(layer)
      case .rule: return rules(layer, among: layers)
      case .text: return texts(layer)
      case nil: return []
      }
    }
  }

  /// A place on both axes; `nil`, and counted, where an axis of decades does not have it.
  func place(_ layer: LayerRows, _ row: Int) -> (Double, Double)? {
    guard let xs = layer.x, let ys = layer.y else { return nil }
    let (a, b) = (x.place(xs, row), y.place(ys, row))
    if x.isLog, a.isNaN, !xs.numbers[row].isNaN { notes.leaveOut(text(layer.spec.x)) }
    if y.isLog, b.isNaN, !ys.numbers[row].isNaN { notes.leaveOut(text(layer.spec.y)) }
    return a.isNaN || b.isNaN ? nil : (a, b)
  }

  private func text(_ channel: Located<Channel>?) -> String {
    channel?.value.expression?.canonicalText ?? "a value"
  }

  /// The look of what a layer sums up.
  func paint(_ layer: LayerRows, or usual: Paint) -> Paint { layer.spec.paint?.paint ?? usual }
}

extension LayerRows {
  /// Whether it is words at one x for many rows, which are said together: names beneath a bar.
  var isList: Bool {
    spec.mark?.value == .text && spec.x?.value.isConstant == true && y?.words != nil
  }

  /// The rows whose word is on an axis; all where it has numbers.
  func shown(on y: AxisFrame) -> [Int] {
    guard y.words != nil, let ys = self.y, ys.words != nil else { return rows }
    return rows.filter { !y.place(ys, $0).isNaN }
  }
}
