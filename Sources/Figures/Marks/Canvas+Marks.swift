extension Canvas {
  /// Draws what is inside of a panel, and carets and edges around it.
  mutating func draw(_ mark: Mark, in frame: PanelFrame, hasHalos: Bool) {
    switch mark {
    case .point(let mark): draw(mark, in: frame)
    case .line(let mark): draw(mark, in: frame)
    case .band(let mark): draw(mark, in: frame)
    case .bar(let mark): draw(mark, in: frame)
    case .cell(let mark): draw(mark, in: frame)
    case .density(let mark): draw(mark, in: frame)
    case .rule(let mark): draw(mark, in: frame)
    case .text(let mark): draw(mark, in: frame, hasHalos: hasHalos)
    }
  }

  /// Words whose places are inside; those at infinite values stand beside the panel.
  private mutating func draw(_ mark: TextMark, in frame: PanelFrame, hasHalos: Bool) {
    var style = TextStyle.plain(TextStyle.tick, mark.tone.ofText, mark.anchor.style)
    if frame.box.height < 60 || frame.box.width < 90 { style.size = TextStyle.floor }
    style.hasHalo = hasHalos
    for index in mark.x.indices where index < mark.y.count && index < mark.texts.count {
      let (x, y) = (mark.x[index], mark.y[index])
      guard x.isFinite, y.isFinite, frame.holds(x, y) else { continue }
      // What begins at its place goes on to the end of the panel at most.
      let text =
        mark.anchor == .start
        ? RichText.list(mark.texts[index], to: frame.box.right - frame.x(x), size: style.size)
        : RichText(mark.texts[index])
      dataText(frame.x(x), frame.y(y) + 0.35 * style.size, text, style)
    }
  }
}

extension TextMark.Anchor {
  var style: TextStyle.Anchor {
    switch self {
    case .start: .start
    case .middle: .middle
    case .end: .end
    }
  }
}
