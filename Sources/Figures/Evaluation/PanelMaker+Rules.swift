import Support
import Tables

extension PanelMaker {
  /// Straight lines at numbers, at a median or mean with its spread, or where a region meets the
  /// end of a grid.
  func rules(_ layer: LayerRows, among layers: [LayerRows]) -> [Mark] {
    switch layer.spec.summary?.value {
    case .within: return edges(layer)
    case .median, .mean: return summaryRule(layer)
    default: break
    }
    guard let place = place(of: layer) else { return [] }
    return series.groups(layer).map { paint, label, _ in
      .rule(RuleMark(place, paint: paint, width: paint.tone == .ink3 ? 0.5 : 0.9, label: label))
    }
  }

  private func place(of layer: LayerRows) -> RuleMark.Place? {
    func number(_ channel: Located<Channel>?) -> Double? {
      guard case .number(let value)? = channel?.value else { return nil }
      return value
    }
    if let value = number(layer.spec.y) { return .y(y.place(value)) }
    if let value = number(layer.spec.x) { return .x(x.place(value)) }
    return nil
  }

  private func summaryRule(_ layer: LayerRows) -> [Mark] {
    // Of x where y has words or is not given; of y where x is not given.
    let isLevel = layer.x == nil || layer.x?.words != nil
    guard let values = isLevel ? layer.y : layer.x else { return [] }
    let axis = isLevel ? y : x
    var asked = layer
    asked.rows = layer.rows.filter { !axis.place(values, $0).isNaN }
    let summary = RunningSummary(asked.single(values), asked.rows, in: nil)
    guard let middle = summary.middle.first, let spread = summary.spread.first else { return [] }
    let name = layer.spec.summary?.value == .mean ? "mean" : "median"
    let paint = paint(layer, or: Paint(.k1, .dashed, .circle))
    let ends = [axis.place(spread.lowerBound), axis.place(spread.upperBound)]
    let zone =
      isLevel
      ? BandMark(
        x: [xDomain.lowerBound, xDomain.upperBound], low: [ends[0], ends[0]],
        high: [ends[1], ends[1]], paint: .plain, opacity: 0.06, label: "")
      : BandMark(
        x: ends, low: [-.infinity, -.infinity], high: [.infinity, .infinity], paint: .plain,
        opacity: 0.06, label: "")
    return [
      .band(zone),
      .rule(
        RuleMark(
          isLevel ? .y(axis.place(middle)) : .x(axis.place(middle)), paint: paint, width: 0.9,
          label: layer.spec.called ?? "\(name) \(FigureNumber.text(middle, digits: 3))")),
    ]
  }

  /// Words at the places of rows; where one coordinate is not given, at the right or on top.
  func texts(_ layer: LayerRows) -> [Mark] {
    guard let texts = layer.texts else { return [] }
    if layer.isList { return lists(layer, texts) }
    let isBeside = layer.x == nil
    return [false, true].compactMap { isDoubtful in
      var mark = TextMark(
        x: [], y: [], texts: [], anchor: isBeside ? .end : .middle, tone: isDoubtful ? .t2 : .ink)
      for row in layer.rows where layer.isHollow(row) == isDoubtful {
        let a = layer.x.map { x.place($0, row) } ?? .infinity
        let b = layer.y.map { y.place($0, row) } ?? .infinity
        if a.isNaN || b.isNaN { continue }
        mark.x.append(a)
        mark.y.append(b)
        mark.texts.append(words(layer, texts, row))
      }
      return mark.x.isEmpty ? nil : .text(mark)
    }
  }

  /// The words of all rows at one place in one line, beneath the bar that stands there.
  private func lists(_ layer: LayerRows, _ texts: ChannelValues) -> [Mark] {
    guard let xs = layer.x, let ys = layer.y else { return [] }
    var mark = TextMark(x: [], y: [], texts: [], anchor: .start, tone: .ink2)
    for row in layer.rows {
      let (a, b) = (x.place(xs, row), y.place(ys, row) + (hasLists ? 0.4 : 0))
      if a.isNaN || b.isNaN { continue }
      let text = text(texts, row)
      if let place = mark.y.firstIndex(of: b) {
        mark.texts[place] += ", \(text)"
      } else {
        mark.x.append(a)
        mark.y.append(b)
        mark.texts.append(text)
      }
    }
    return mark.x.isEmpty ? [] : [.text(mark)]
  }

  /// What a text says: a number with its range, or that it is on a bound.
  private func words(_ layer: LayerRows, _ texts: ChannelValues, _ row: Int) -> String {
    let text = text(texts, row)
    if layer.isHollow(row) { return "\(text), at bound" }
    guard texts.words == nil, let ends = layer.ends(layer.xError, around: texts, row) else {
      return text
    }
    let place = FigureNumber.place(of: ends.upperBound - ends.lowerBound)
    let value = FigureNumber.text(texts.numbers[row], at: max(place, -3))
    let (low, high) = (ends.lowerBound, ends.upperBound)
    let from = FigureNumber.text(low, at: max(place, -3))
    return "\(value) (\(from)–\(FigureNumber.text(high, at: max(place, -3))))"
  }
}

extension LayerRows {
  /// The same with one channel as its y and no x.
  func single(_ values: ChannelValues) -> LayerRows {
    LayerRows(self, y: values)
  }
}
