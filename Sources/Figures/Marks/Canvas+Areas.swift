extension Canvas {
  /// Bars; hollow ones have an outline, and texts stand inside or behind.
  mutating func draw(_ mark: BarMark, in frame: PanelFrame) {
    var (solid, hollow) = (PathData(), PathData())
    let boxes = mark.from.indices.map { mark.box($0, in: frame) }
    for (index, box) in boxes.enumerated() {
      guard let box, (mark.isHorizontal ? box.width : box.height) > 0.005 else { continue }
      if mark.isHollow.indices.contains(index) && mark.isHollow[index] {
        let inset = Swift.min(0.35, box.width / 2, box.height / 2)
        hollow.rectangle(
          Box(box.left + inset, box.top + inset, box.right - inset, box.bottom - inset))
      } else {
        solid.rectangle(box)
      }
    }
    var look = Look.fill(mark.paint.tone, opacity: mark.opacity)
    if mark.paint.tone == .k5 || mark.paint.tone == .k6 { (look.stroke, look.width) = (.ink2, 0.4) }
    path(solid, look)
    path(hollow, .hollow(mark.paint.tone, 0.7))
    for (index, text) in mark.texts.enumerated() where index < boxes.count {
      if let box = boxes[index] { draw(text, at: box, of: mark, index, in: frame) }
    }
  }

  private mutating func draw(
    _ text: String, at box: Box, of mark: BarMark, _ index: Int, in frame: PanelFrame
  ) {
    let width = RichText(text).width(size: TextStyle.direct, isBold: true)
    let isHollow = mark.isHollow.indices.contains(index) && mark.isHollow[index]
    let isDark = !isHollow && mark.opacity > 0.5
    guard mark.isHorizontal else {
      let style = TextStyle.plain(TextStyle.floor, mark.paint.tone.ofText, .middle)
      let above = RichText(text).width(size: style.size, isBold: false) <= box.width + 6
      if above, box.top - 2 - style.size > frame.box.top {
        dataText(box.middle.x, box.top - 2, RichText(text), style)
      } else {
        leftOut += text.isEmpty ? 0 : 1
      }
      return
    }
    let y = box.middle.y + 0.35 * TextStyle.direct
    if width + (isHollow ? 3 : 6) <= box.width, box.height >= 6.5 {
      let x = isHollow ? box.middle.x - width / 2 : box.left + 3
      dataText(x, y, RichText(text), .bold(TextStyle.direct, isDark ? .bg : .ink))
    } else {
      dataText(box.right + 3, y, RichText(text), .plain(TextStyle.direct, mark.paint.tone.ofText))
    }
  }

  /// The cells of a map; neighbours of one colour are one rectangle.
  mutating func draw(_ mark: CellMark, in frame: PanelFrame) {
    let count = Swift.min(mark.x.count, mark.y.count, mark.values.count)
    let order = (0..<count).filter { mark.values[$0].isFinite }.sorted { a, b in
      (mark.y[a].lowerBound, mark.x[a].lowerBound, a)
        < (mark.y[b].lowerBound, mark.x[b].lowerBound, b)
    }
    let span = mark.domain.upperBound - mark.domain.lowerBound
    crisp { canvas in
      var open: (box: Box, colour: Int)?
      for index in order {
        let (x, y) = (mark.x[index], mark.y[index])
        guard
          let box = frame.rectangle(x.lowerBound, x.upperBound, y.lowerBound, y.upperBound),
          box.width > 0, box.height > 0
        else { continue }
        let part = span > 0 ? (mark.values[index] - mark.domain.lowerBound) / span : 0.5
        let colour = Cividis.colour(part)
        if let last = open, last.colour == colour, last.box.top == box.top,
          last.box.bottom == box.bottom, (last.box.right - box.left).magnitude < 0.005
        {
          open?.box.right = box.right
        } else {
          if let open { canvas.rect(open.box, colour: open.colour) }
          open = (box, colour)
        }
      }
      if let open { canvas.rect(open.box, colour: open.colour) }
    }
  }

  /// Counts as ink.
  mutating func draw(_ mark: DensityMark, in frame: PanelFrame) {
    let levels = DensityLevels(mark.counts)
    var paths = levels.opacities.map { _ in PathData() }
    let count = Swift.min(mark.x.count, mark.y.count, mark.counts.count)
    for index in 0..<count where mark.counts[index] > 0 {
      let (x, y) = (mark.x[index], mark.y[index])
      guard let box = frame.rectangle(x.lowerBound, x.upperBound, y.lowerBound, y.upperBound),
        box.width > 0.01, box.height > 0.01
      else { continue }
      paths[levels.level(mark.counts[index])].rectangle(box)
    }
    crisp { canvas in
      for (path, opacity) in zip(paths, levels.opacities) {
        canvas.path(path, .fill(.ink, opacity: opacity))
      }
    }
  }
}

extension BarMark {
  /// Where a bar stands, with some air beside it.
  func box(_ index: Int, in frame: PanelFrame) -> Box? {
    guard index < to.count, index < base.count, index < top.count else { return nil }
    let (from, to, base, top) = (from[index], to[index], base[index], top[index])
    let box =
      isHorizontal
      ? frame.rectangle(base, top, from, to) : frame.rectangle(from, to, base, top)
    guard var box else { return nil }
    let air = Swift.min(0.7, 0.07 * (isHorizontal ? box.height : box.width))
    if isHorizontal {
      (box.top, box.bottom) = (box.top + air, box.bottom - air)
    } else {
      (box.left, box.right) = (box.left + air, box.right - air)
    }
    return box
  }
}
