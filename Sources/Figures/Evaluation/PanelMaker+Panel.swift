import Numerics
import Support
import Tables

extension PanelMaker {
  /// How far marks reach along y.
  static func extent(of marks: [Mark]) -> AxisExtent {
    var extent = AxisExtent()
    var functions: [Double] = []
    for mark in marks {
      switch mark {
      case .point(let points):
        for value in points.y { extent.add(value) }
        for ends in points.yEnds { extent.add(ends) }
      case .line(let line):
        if line.x.count == 201 { functions += line.y } else { for y in line.y { extent.add(y) } }
      case .band(let band):
        for value in band.low + band.high { extent.add(value) }
      case .bar(let bars):
        for value in bars.isHorizontal ? [] : bars.base + bars.top { extent.add(value) }
        extent.startsAtZero = extent.startsAtZero || !bars.isHorizontal
      case .cell(let cells):
        for ends in cells.y { extent.add(ends) }
        extent.isExact = true
      case .density(let density):
        for ends in density.y { extent.add(ends) }
      case .rule(let rule):
        if case .y(let value) = rule.place { extent.add(value) }
      case .text(let text):
        for value in text.y { extent.add(value) }
      }
    }
    if extent.ends == nil { for value in functions { extent.add(value) } }
    return extent
  }

  /// The panel of some marks.
  ///
  /// - Parameters:
  ///   - marks: What is drawn.
  ///   - yDomain: From where to where y goes.
  ///   - layers: The layers with the rows of the panel, for labels and counts.
  ///   - tables: The tables.
  ///   - isFirst: Whether it is the first of those of a list, which has the label of y.
  /// - Returns: The panel with its axes.
  func panel(
    _ marks: [Mark], yDomain: ClosedRange<Double>, _ layers: [LayerRows], _ tables: TableSet,
    isFirst: Bool
  ) -> Panel {
    let clamped = marks.map { $0.within(x: xDomain, y: yDomain) }
    let hasCurves = layers.contains { $0.spec.mark?.value == .line && $0.spec.summary == nil }
    let hasBars = layers.contains { $0.spec.mark?.value == .bar }
    let isMany = layers.contains { [.point, .bar].contains($0.spec.mark?.value) }
    let xLabel = label(spec.label.x, x, layers, tables) { $0.x == nil ? nil : $0.spec.x }
    let yLabel = label(spec.label.y, y, layers, tables) { $0.y == nil ? nil : $0.spec.y }
    let isCounted = y.words == nil && yLabel.isEmpty && spec.label.y == nil
    let height: Double? =
      switch spec.height {
      case .points(let value): value
      case .equal: equalHeight(yDomain)
      case nil: y.words.map { max(30, (hasLists ? 20 : hasBars ? 14 : 9.1) * Double($0.count)) }
      }
    return Panel(
      x: Axis(
        label: xLabel, scale: x.sceneScale(xDomain), domain: xDomain, hasGrid: false,
        ticks: x.ticks),
      y: Axis(
        label: isFirst ? isCounted ? countLabel(layers) : yLabel : "",
        scale: y.sceneScale(yDomain), domain: yDomain,
        hasGrid: hasCurves && !hasMap && !hasDensity && y.words == nil
          || isCounted && y.words == nil,
        ticks: nil),
      height: height, frame: hasMap ? .full : y.words == nil ? .axes : .none, marks: clamped,
      labels: places(hasCurves: hasCurves, isMany: isMany), key: key(layers, clamped),
      captions: captions(layers, tables), note: spec.note, colourBar: colourBar(layers, tables))
  }

  private func equalHeight(_ yDomain: ClosedRange<Double>) -> Double {
    func length(_ range: ClosedRange<Double>, _ isLog: Bool) -> Double {
      isLog
        ? Elementary.log10(range.upperBound / range.lowerBound)
        : range.upperBound - range.lowerBound
    }
    let ratio = length(yDomain, y.isLog) / length(xDomain, x.isLog)
    return min(400, max(60, 212 * ratio))
  }

  private func countLabel(_ layers: [LayerRows]) -> String {
    switch layers.compactMap({ $0.spec.summary?.value }).first {
    case .share: return "part of all"
    case .density: return "density"
    default: break
    }
    guard let bars = layers.first(where: { $0.spec.mark?.value == .bar }) else { return "" }
    guard let schema = bars.table?.schema else { return "" }
    if schema.name == TableName.fits { return "fits per bin" }
    return schema.keys.last == "galaxy" ? "galaxies per bin" : "rows per bin"
  }

  private func places(hasCurves: Bool, isMany: Bool) -> Panel.Labels {
    switch spec.labels {
    case .beside: return .beside
    case .key: return .key
    case .side: return .side
    case .counts, SeriesLabels.none?: return .none
    case nil: return hasMap ? .side : hasDensity || isMany && !hasCurves ? .key : .beside
    }
  }

  private func label(
    _ given: String?, _ frame: AxisFrame, _ layers: [LayerRows], _ tables: TableSet,
    _ channel: (LayerRows) -> Located<Channel>?
  ) -> String {
    if let given { return given }
    if frame.words != nil { return "" }
    for layer in layers {
      guard let table = layer.table, layer.spec.mark?.value != .rule else { continue }
      let axis = AxisText(table.schema, tables.schemas)
      switch channel(layer)?.value {
      case .expression(let expression): return axis.label(expression)
      case .pair(.expression(let low), _): return axis.label(low)
      default: continue
      }
    }
    return ""
  }

  /// The line over the panel: counts of series, statistics of y, how many rows and galaxies.
  private func captions(_ layers: [LayerRows], _ tables: TableSet) -> [HeadLine.Phrase] {
    var phrases: [HeadLine.Phrase] = []
    for layer in layers where spec.labels == .counts && layer.table != nil {
      for (paint, label, rows) in series.groups(layer) where !label.isEmpty {
        let isNumber = label.last?.isNumber ?? false
        let count = rows.count.grouped
        phrases.append(
          .init(
            isNumber ? "\(count) \(label)" : "\(label) \(count)", .label, paint.tone.text,
            sample: nil))
      }
    }
    if let layer = layers.first(where: { $0.table != nil && !spec.facts.isEmpty }),
      let y = layer.y ?? layer.x
    {
      let values = layer.rows.map { y.numbers[$0] }
      let label = layer.table.flatMap { table in
        layer.spec.y?.value.expression.map { AxisText(table.schema, tables.schemas).label($0) }
      }
      let unit = label?.hasSuffix("(dex)") == true ? " dex" : ""
      if spec.facts == Self.interval, let text = Self.interval(of: values) {
        return phrases + [.init(text, .direct, .ink, sample: nil)]
      }
      for statistic in spec.facts {
        let value = FigureNumber.text(statistic.value(of: values), digits: 3)
        phrases.append(
          .init("\(statistic.name) \(value)\(unit)", .note, .ink2, sample: nil))
      }
    }
    if spec.facts.isEmpty, let layer = layers.first(where: { $0.spec.mark?.value == .density }) {
      let points = layer.rows.filter { place(layer, $0) != nil }
      var text = points.count.counted("point", "points")
      if let galaxies = layer.table?["galaxy"] {
        let count = Set(points.map { galaxies[$0] }).count
        text += ", \(count.counted("galaxy", "galaxies"))"
      }
      phrases.append(.init(text, .label, .ink, sample: nil))
    }
    return phrases
  }

  /// The statistics that are said together: a median with the way to both ends of 68 %.
  private static let interval: [Statistic] = [.median, .percentile(16), .percentile(84)]

  private static func interval(of values: [Double]) -> String? {
    let numbers = interval.map { $0.value(of: values) }
    guard numbers.allSatisfy(\.isFinite) else { return nil }
    let (up, down) = (numbers[2] - numbers[0], numbers[0] - numbers[1])
    let place = FigureNumber.place(of: min(up, down))
    let (plus, minus) = (FigureNumber.text(up, at: place), FigureNumber.text(down, at: place))
    return "\(FigureNumber.text(numbers[0], at: place))^{+\(plus)}_{−\(minus)}"
  }

  /// The key of a map, with the value at each mark; empty elsewhere.
  private func key(_ layers: [LayerRows], _ marks: [Mark]) -> [KeyEntry] {
    guard let map = layers.first(where: { $0.spec.mark?.value == .cell }), let grid = grid(map)
    else { return [] }
    var entries: [KeyEntry] = []
    for layer in layers where layer.spec.mark?.value == .point {
      for mark in self.marks([layer]) {
        guard case .point(let points) = mark, let a = points.x.first, let b = points.y.first,
          !points.label.isEmpty
        else { continue }
        var value = grid.x.index(around: a).flatMap { i in
          grid.y.index(around: b).map { j in grid.values[j][i] }
        }
        if let texts = layer.texts, let row = layer.rows.first { value = texts.numbers[row] }
        var entry = KeyEntry(points.label, detail: "", .outline(points.paint))
        if let value { entry.detail = FigureNumber.text(value, digits: 4) }
        entries.append(entry)
      }
    }
    let meetsEnd = marks.contains { mark in
      if case .rule(let rule) = mark, case .edge = rule.place { true } else { false }
    }
    if meetsEnd {
      entries.append(
        KeyEntry(
          "the region meets the end of the grid", detail: "",
          .line(Paint(.k2, .solid, .square), width: 2.4)))
    }
    return entries
  }

  private func colourBar(_ layers: [LayerRows], _ tables: TableSet) -> ColourBar? {
    guard let layer = layers.first(where: { $0.spec.mark?.value == .cell }),
      let colours = colours(layer), let table = layer.table, let colour = layer.spec.colour
    else { return nil }
    return ColourBar(
      label: spec.label.colour ?? AxisText(table.schema, tables.schemas).label(colour.value),
      domain: colours.range, isClampedBelow: colours.isBelow, isClampedAbove: colours.isAbove,
      mark: edge(layer))
  }
}

extension Tone {
  /// The tone of text that goes with a colour.
  var text: Tone {
    switch self {
    case .k1: .t1
    case .k2: .t2
    case .k3: .t3
    case .k4: .t4
    case .k5: .t5
    case .k6: .t6
    case .ink3: .ink2
    default: self
    }
  }
}

extension Mark {
  /// The same with areas without an end cut at the ends of the axes.
  func within(x: ClosedRange<Double>, y: ClosedRange<Double>) -> Mark {
    guard case .band(var band) = self else { return self }
    band.low = band.low.map { max($0, y.lowerBound) }
    band.high = band.high.map { min($0, y.upperBound) }
    band.x = band.x.map { min(max($0, x.lowerBound), x.upperBound) }
    return .band(band)
  }
}
