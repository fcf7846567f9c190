import Support
import Tables

extension PanelMaker {
  /// Bars from zero: of counts in bins, or one for each row.
  func bars(_ layer: LayerRows) -> [Mark] {
    if layer.spec.summary?.value == .count, y.words != nil { return counted(layer) }
    if layer.y == nil || layer.spec.summary != nil { return binned(layer) }
    let isHorizontal = y.words != nil
    return series.groups(layer).map { paint, label, rows in
      var mark = BarMark(
        from: [], to: [], base: [], top: [], isHollow: [], isHorizontal: isHorizontal,
        paint: paint, opacity: layer.spec.paint == nil && layer.colour == nil ? 0.72 : 1,
        texts: [], label: label)
      for row in rows {
        guard let (a, b) = place(layer, row) else { continue }
        let across = isHorizontal ? b : a
        let along = isHorizontal ? a : b
        let other = (isHorizontal ? layer.x : layer.y)?.high?[row]
        mark.from.append(across - 0.4)
        mark.to.append(across + 0.4)
        mark.base.append(other == nil ? 0 : along)
        mark.top.append(other ?? along)
        // What does not stand on zero is what is missing.
        mark.isHollow.append(other != nil || layer.isHollow(row))
        if let texts = layer.texts { mark.texts.append(text(texts, row)) }
      }
      return .bar(mark)
    }
  }

  /// How many rows have each word, as lying bars with their counts.
  private func counted(_ layer: LayerRows) -> [Mark] {
    guard let ys = layer.y else { return [] }
    return series.groups(layer).map { paint, label, rows in
      var mark = BarMark(
        from: [], to: [], base: [], top: [], isHollow: [], isHorizontal: true, paint: paint,
        opacity: layer.spec.paint == nil && layer.colour == nil ? 0.72 : 1, texts: [], label: label)
      let groups = RowGroups(by: [rows.map { y.place(ys, $0) }], among: rows.indices).rows
      for members in groups {
        let place = y.place(ys, rows[members[0]])
        if place.isNaN { continue }
        let hollow = members.count(where: { layer.isHollow(rows[$0]) })
        for (base, top, isHollow) in [
          (0, members.count - hollow, false), (members.count - hollow, members.count, true),
        ] where top > base {
          mark.from.append(place - 0.4)
          mark.to.append(place + 0.4)
          mark.base.append(Double(base))
          mark.top.append(Double(top))
          mark.isHollow.append(isHollow)
          mark.texts.append((top - base).grouped)
        }
      }
      return .bar(mark)
    }
  }

  /// A value as words beside a mark: nothing for zero of a pair, a true minus.
  func text(_ values: ChannelValues, _ row: Int) -> String {
    if values.words != nil {
      guard let label = values.label(row) else { return "" }
      return ModelTitle.text(label)
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
