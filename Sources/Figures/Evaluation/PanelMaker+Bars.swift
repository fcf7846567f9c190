import Support
import Tables

extension PanelMaker {
  /// Bars from zero: of counts in bins, or one for each row.
  func bars(_ layer: LayerRows) -> [Mark] {
    if layer.spec.summary?.value == .count, y.words != nil { return counted(layer) }
    let isBest = layer.spec.summary?.value == .best
    if layer.y == nil || layer.spec.summary != nil && !isBest { return binned(layer) }
    let isHorizontal = y.words != nil
    let half = hasLists ? 0.23 : 0.4
    let layer = isBest ? layer.keeping(best(layer).asList) : layer
    return series.groups(layer).map { paint, label, rows in
      let fill = Self.fill(paint, of: layer)
      var mark = BarMark(
        from: [], to: [], base: [], top: [], isHollow: [], isHorizontal: isHorizontal,
        paint: fill.paint, opacity: fill.opacity, texts: [], label: label)
      for row in rows {
        guard let (a, b) = place(layer, row) else { continue }
        let across = isHorizontal ? b : a
        let along = isHorizontal ? a : b
        let other = (isHorizontal ? layer.x : layer.y)?.high?[row]
        mark.from.append(across - half)
        mark.to.append(across + half)
        mark.base.append(other == nil ? 0 : along)
        mark.top.append(other ?? along)
        // What does not stand on zero is what is missing.
        mark.isHollow.append(other != nil || layer.isHollow(row))
        if let texts = layer.texts { mark.texts.append(text(texts, row)) }
      }
      return .bar(mark)
    }
  }

  /// How bars are filled: data that are no series in strong ink, in weak ink where it is quiet.
  private static func fill(_ paint: Paint, of layer: LayerRows) -> (paint: Paint, opacity: Double) {
    if layer.spec.paint?.paint.tone == .ink3 { return (.plain, 0.3) }
    let isPlain = layer.spec.paint == nil && (layer.colour == nil || paint == .plain)
    return (paint, isPlain ? 0.72 : 1)
  }

  /// How many rows have each word, as lying bars with their counts; series follow each other.
  private func counted(_ layer: LayerRows) -> [Mark] {
    guard let ys = layer.y else { return [] }
    let half = hasLists ? 0.23 : 0.4
    let isStacked = layer.colour != nil
    var counts: [Double: Int] = [:]
    return series.groups(layer).map { paint, label, rows in
      let fill = Self.fill(paint, of: layer)
      var mark = BarMark(
        from: [], to: [], base: [], top: [], isHollow: [], isHorizontal: true, paint: fill.paint,
        opacity: fill.opacity, texts: [],
        label: isStacked ? "\(label) \(rows.count.grouped)" : label)
      let groups = RowGroups(by: [rows.map { y.place(ys, $0) }], among: rows.indices).rows
      for members in groups {
        let place = y.place(ys, rows[members[0]])
        if place.isNaN { continue }
        let hollow = members.count(where: { layer.isHollow(rows[$0]) })
        let first = counts[place, default: 0]
        let (edge, last) = (first + members.count - hollow, first + members.count)
        counts[place] = isStacked ? last : 0
        for (base, top, isHollow) in [(first, edge, false), (edge, last, true)]
        where top > base {
          mark.from.append(place - half)
          mark.to.append(place + half)
          mark.base.append(Double(base))
          mark.top.append(Double(top))
          mark.isHollow.append(isHollow)
          // Where others follow, the key says what there is no room for.
          let isSmall = isStacked && 12 * (top - base) < layer.rows.count
          mark.texts.append(isSmall ? "" : (top - base).grouped)
        }
      }
      return .bar(mark)
    }
  }

  /// A value as words beside a mark: nothing for zero of a pair, a true minus.
  func text(_ values: ChannelValues, _ row: Int) -> String {
    if values.words != nil {
      guard let label = values.label(row) else { return "" }
      return WordText.text(label)
    }
    let number = values.numbers[row]
    let isWhole = number == number.rounded() && number.magnitude < 1e6
    return FigureNumber.text(number, digits: isWhole ? 1 : 3)
  }

  private func binned(_ layer: LayerRows) -> [Mark] {
    guard let xs = layer.x, let bins = bins(layer, 20) else { return [] }
    var base = [Double](repeating: 0, count: bins.count)
    let usable = layer.rows.filter { row in
      let isPlaced = !x.place(xs, row).isNaN
      if !isPlaced, x.isLog, !xs.numbers[row].isNaN {
        notes.leaveOut(layer.spec.x?.value.expression?.canonicalText ?? "x")
      }
      return isPlaced
    }
    let total = Double(max(1, usable.count))
    func height(_ count: Int, _ bin: Int) -> Double {
      switch layer.spec.summary?.value {
      case .share: Double(count) / total
      case .density: Double(count) / total / (bins.edges[bin + 1] - bins.edges[bin])
      default: Double(count)
      }
    }
    let kept = Set(usable)
    return series.groups(layer).map { paint, label, rows in
      var solid = [Int](repeating: 0, count: bins.count)
      var hollow = solid
      for row in rows where kept.contains(row) {
        let value = x.words == nil ? xs.numbers[row] : x.place(xs, row)
        // What lies beyond the last edges is counted in the outermost bins.
        let inside = min(max(value, bins.edges[0]), bins.edges[bins.count])
        guard let bin = bins.index(of: inside) else { continue }
        if layer.isHollow(row) { hollow[bin] += 1 } else { solid[bin] += 1 }
      }
      var mark = BarMark(
        from: [], to: [], base: [], top: [], isHollow: [], isHorizontal: false, paint: paint,
        opacity: 1, texts: [], label: label)
      for bin in 0..<bins.count {
        for (count, isHollow) in [(solid[bin], false), (hollow[bin], true)] where count > 0 {
          let top = base[bin] + height(count, bin)
          mark.from.append(x.place(bins.edges[bin]))
          mark.to.append(x.place(bins.edges[bin + 1]))
          mark.base.append(base[bin])
          mark.top.append(top)
          mark.isHollow.append(isHollow)
          base[bin] = top
        }
      }
      return .bar(mark)
    }
  }
}
