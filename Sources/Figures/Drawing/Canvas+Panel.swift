extension Canvas {
  /// Draws a panel with its axes and all words around it.
  ///
  /// - Parameters:
  ///   - layout: The panel.
  ///   - place: Its left upper corner.
  ///   - span: The ends of its block from left to right.
  mutating func draw(
    _ layout: PanelLayout, at place: (x: Double, y: Double), span: ClosedRange<Double>
  ) {
    let (plan, panel) = (layout.plan, layout.plan.panel)
    let box = layout.frame.box.moved(place.x, place.y)
    let frame = PanelFrame(panel, box: box, density: plan.density)
    grid(of: layout, in: frame, across: span)
    let isBusy = panel.marks.contains { mark in
      if case .text = mark { false } else { true }
    }
    for mark in panel.marks {
      if case .text = mark { continue }
      draw(mark, in: frame, hasHalos: false)
    }
    label(layout, box, span)
    axes(of: layout, in: frame, left: span.lowerBound)
    drawInside(layout, place)
    for mark in panel.marks {
      if case .text = mark { draw(mark, in: frame, hasHalos: isBusy) }
    }
    ruleLabels(panel, in: frame)
    drawEdges(layout, in: frame, span)
    SideKey(panel, of: span.upperBound - span.lowerBound)
      .draw(on: &self, box.right + 12, box.top)
    if plan.isLast, layout.hasXLabel {
      let size = plan.density == .full ? TextStyle.label : 7.2
      let style = TextStyle.plain(size, .ink, .middle)
      let text = RichText(panel.x.label)
        .elided(to: span.upperBound - span.lowerBound, size: size, isBold: false)
      let half = text.width(size: size, isBold: false) / 2
      let x = Swift.max(
        Swift.min(box.middle.x, span.upperBound - half), span.lowerBound + half)
      self.text(x, box.bottom + layout.under - 2.2, text, style)
    }
  }

  private mutating func label(_ layout: PanelLayout, _ box: Box, _ span: ClosedRange<Double>) {
    let size = PanelLayout.labelSize(layout.plan)
    guard layout.plan.density != .tiny else {
      text(span.lowerBound, box.top + 4.5, layout.label, .plain(7.2, .ink))
      return
    }
    let y = box.top - layout.aboveHeight - (layout.plan.isFirst ? 5.5 : 4.8)
    let lift = layout.captionsHaveLine ? 9.5 : 0
    text(span.lowerBound, y - lift, layout.label, .plain(size, .ink))
    let captions = layout.captions
    if captions.count == 1, captions[0].sample == nil {
      var style = captions[0].style
      style.anchor = .end
      text(box.right, y, captions[0].text, style)
    } else {
      PhraseLine.draw(captions, on: &self, box.right - PhraseLine.width(captions), y)
    }
  }

  private mutating func drawInside(_ layout: PanelLayout, _ place: (x: Double, y: Double)) {
    let inside = layout.inside
    for name in inside.names {
      var style = TextStyle.plain(TextStyle.direct, name.tone)
      style.hasHalo = true
      text(place.x + name.x, place.y + name.baseline, name.text, style)
    }
    if let (rows, box) = inside.key { rows.draw(on: &self, place.x + box.left, place.y + box.top) }
    if let (key, box) = inside.density {
      key.draw(on: &self, place.x + box.left, place.y + box.top)
    }
    if let (lines, box) = inside.note {
      for (index, line) in lines.enumerated() {
        let y = place.y + box.top + 5 + 7.6 * Double(index)
        text(place.x + box.left, y, line, .plain(TextStyle.floor, .ink2))
      }
    }
  }

  /// Names of level rules, at their right end.
  private mutating func ruleLabels(_ panel: Panel, in frame: PanelFrame) {
    for case .rule(let mark) in panel.marks where !mark.label.isEmpty && panel.labels != .none {
      guard case .y(let value) = mark.place, value.isFinite, frame.y.holds(value) else { continue }
      var style = TextStyle.plain(TextStyle.floor, mark.paint.tone.ofText, .end)
      style.hasHalo = true
      let y = frame.y(value)
      dataText(
        frame.box.right - 2, y - frame.box.top < 9 ? y + 7 : y - 2.5, RichText(mark.label), style)
    }
  }

  /// Words at infinite values, and what found no room inside.
  private mutating func drawEdges(
    _ layout: PanelLayout, in frame: PanelFrame, _ span: ClosedRange<Double>
  ) {
    let (box, edges, inside) = (frame.box, layout.plan.edges, layout.inside)
    let size = layout.plan.tickSize
    for entry in edges.atRight where frame.y.holds(entry.value) {
      let x = entry.anchor == .end ? span.upperBound : box.right + 6
      let style = TextStyle.plain(size, entry.tone, entry.anchor == .end ? .end : .start)
      let text = RichText(entry.text).elided(
        to: span.upperBound - box.right - 5, size: size, isBold: false)
      dataText(x, frame.y(entry.value) + 0.35 * size, text, style)
    }
    for entry in edges.atLeft where frame.y.holds(entry.value) {
      let text = RichText(entry.text).elided(
        to: Swift.max(box.left - span.lowerBound - 5, 5), size: size, isBold: false)
      dataText(
        span.lowerBound, frame.y(entry.value) + 0.35 * size, text, .plain(size, entry.tone))
    }
    for (entries, y) in [(edges.above, box.top - 4), (edges.below, box.bottom + below(layout))] {
      for entry in entries {
        let isRight = entry.isAtCorner && entry.value > 0
        let isLeft = entry.isAtCorner && entry.value < 0
        guard isLeft || isRight || frame.x.holds(entry.value) else { continue }
        let x = isRight ? span.upperBound : isLeft ? span.lowerBound : frame.x(entry.value)
        let anchor = isRight ? .end : isLeft ? .start : entry.anchor.style
        dataText(x, y, RichText(entry.text), .plain(TextStyle.floor, entry.tone, anchor))
      }
    }
    var y = box.top - (edges.above.isEmpty ? 0 : 9)
    for line in inside.noteAbove.reversed() {
      text(box.left, y - 2.5, line, .plain(TextStyle.floor, .ink2))
      y -= 7.6
    }
    if let key = inside.densityAbove {
      key.draw(on: &self, Swift.max(box.right - key.width, 0), y - key.height)
      y -= key.height + 2
    }
    for line in layout.keyAbove.reversed() {
      PhraseLine.draw(line, on: &self, box.left, y - 3.5)
      y -= 10
    }
    guard let last = layout.spread.last else { return }
    let middle = layout.spread[1]
    let free = [layout.spread[0], last].map(\.width)
    let width = Swift.max(middle.width / 2 + free[0] + 5, middle.width / 2)
    let centre = Swift.min(
      Swift.max(box.middle.x, box.left + width), box.right - free[1] - 5 - middle.width / 2)
    PhraseLine.draw([layout.spread[0]], on: &self, box.left, y - 3.5)
    PhraseLine.draw([middle], on: &self, centre - middle.width / 2, y - 3.5)
    PhraseLine.draw([last], on: &self, box.right - last.width, y - 3.5)
  }

  /// How far under a panel the words at −∞ stand.
  private func below(_ layout: PanelLayout) -> Double {
    var height = layout.under
    if layout.plan.isLast, layout.hasXLabel { height -= 11.2 }
    return height - 1.5
  }
}
