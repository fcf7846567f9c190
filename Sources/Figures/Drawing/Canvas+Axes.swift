extension Canvas {
  /// Faint lines from the ticks through a panel.
  mutating func grid(of layout: PanelLayout, in frame: PanelFrame, across: ClosedRange<Double>) {
    let (box, panel) = (frame.box, layout.plan.panel)
    if panel.y.hasGrid {
      for tick in layout.yTicks.major where (frame.y(tick.value) - box.bottom).magnitude > 0.5 {
        let y = frame.y(tick.value)
        let isZero = tick.value == 0 && !layout.plan.hasNames
        line(box.left, y, box.right, y, .line(isZero ? .ink3 : .rule, 0.4))
      }
    }
    if panel.x.hasGrid {
      for tick in layout.xTicks.major where (frame.x(tick.value) - box.left).magnitude > 0.5 {
        line(frame.x(tick.value), box.top, frame.x(tick.value), box.bottom, .line(.rule, 0.4))
      }
    }
    guard panel.frame == .none, case .words(let words) = panel.y.scale, words.count > 7 else {
      return
    }
    for row in stride(from: 5, to: words.count, by: 5) {
      let y = frame.y(Double(row) - 0.5)
      line(across.lowerBound, y, across.upperBound, y, .line(.rule, 0.4))
    }
  }

  /// The lines at the sides of a panel, with ticks and their texts.
  mutating func axes(of layout: PanelLayout, in frame: PanelFrame, left: Double) {
    switch layout.plan.panel.frame {
    case .axes:
      line(frame.box.left, frame.box.top, frame.box.left, frame.box.bottom, .line(.ink2, 0.5))
      yTicks(of: layout, in: frame)
    case .full:
      rect(frame.box, .line(.ink2, 0.5))
      yTicks(of: layout, in: frame)
    case .none: rowNames(of: layout, in: frame, left: left)
    }
    if layout.hasAxis { xAxis(of: layout, in: frame) }
  }

  private mutating func yTicks(of layout: PanelLayout, in frame: PanelFrame) {
    let (left, plan) = (frame.box.left, layout.plan)
    let names = plan.hasNames ? plan.rowNames(width) : []
    let style = TextStyle.plain(plan.tickSize, .ink2, .end)
    let length = plan.density == .tiny ? 1.8 : 2.6
    var last = -Double.infinity
    for (index, tick) in layout.yTicks.major.enumerated() {
      let y = frame.y(tick.value)
      line(left - length, y, left, y, .line(.ink2, 0.5))
      guard !plan.hidesY else { continue }
      let text = names.indices.contains(index) ? names[index] : RichText(tick.text)
      let place = box(left - 4.2, y + 0.35 * style.size, text, style)
      let meetsLabel = boxes.suffix(8).contains { $0.box.meets(place, across: 2, along: 0) }
      if meetsLabel || (plan.hasNames && y - last < style.size) { continue }
      last = y
      self.text(left - 4.2, y + 0.35 * style.size, text, style)
    }
    for value in layout.yTicks.minor {
      line(left - 1.5, frame.y(value), left, frame.y(value), .line(.ink2, 0.35))
    }
  }

  /// Names of rows, flush with the left edge.
  private mutating func rowNames(of layout: PanelLayout, in frame: PanelFrame, left: Double) {
    guard layout.plan.hasNames, !layout.plan.hidesY else { return }
    let size = layout.plan.tickSize
    var last = -Double.infinity
    for (tick, text) in zip(layout.yTicks.major, layout.plan.rowNames(width)) {
      let y = frame.y(tick.value)
      guard y - last >= size * 0.9 else { continue }
      last = y
      self.text(left, y + 0.35 * size, text, .plain(size, .ink))
    }
  }

  private mutating func xAxis(of layout: PanelLayout, in frame: PanelFrame) {
    let (box, plan) = (frame.box, layout.plan)
    if plan.panel.frame != .full {
      line(box.left, box.bottom, box.right, box.bottom, .line(.ink2, 0.5))
    }
    let hasTexts = plan.isLast && !plan.hidesX
    let size = plan.density == .full ? TextStyle.tick : TextStyle.floor
    let length = plan.density == .tiny ? 1.8 : 2.6
    for (index, tick) in layout.xTicks.major.enumerated() {
      let x = frame.x(tick.value)
      line(x, box.bottom, x, box.bottom + length, .line(.ink2, 0.5))
      guard hasTexts, !tick.text.isEmpty else { continue }
      var (text, y) = (RichText(tick.text), box.bottom + 3.2 + size)
      if let words = layout.words {
        guard index % words.step == 0, words.texts.indices.contains(index) else { continue }
        text = words.texts[index]
        y += 8 * Double(index / words.step % words.count)
      }
      self.text(x, y, text, .plain(size, .ink2, .middle))
    }
    for value in layout.xTicks.minor {
      line(frame.x(value), box.bottom, frame.x(value), box.bottom + 1.5, .line(.ink2, 0.35))
    }
  }
}
