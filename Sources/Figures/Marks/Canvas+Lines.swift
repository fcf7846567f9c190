extension Canvas {
  mutating func draw(_ mark: LineMark, in frame: PanelFrame) {
    let pieces = frame.pieces(mark.x, mark.y)
    guard !pieces.isEmpty else { return }
    var path = PathData()
    for piece in pieces { path.lines(piece.count == 1 ? [piece[0], piece[0]] : piece) }
    clipped(in: frame, pieces.contains(where: frame.leaves)) { canvas in
      if mark.weight == .outlined {
        var paper = Look.line(.bg, 2.6)
        paper.opacity = 0.8
        canvas.path(path, paper)
      }
      let width = frame.sizes.width(mark.weight, mark.paint.tone)
      var look = Look.line(mark.paint.tone, width, mark.paint.dash)
      if mark.fill > 0 { (look.fill, look.fillOpacity) = (mark.paint.tone, mark.fill) }
      canvas.path(path, look)
    }
  }

  /// The area between two lines; ends that are infinite lie on the edge of the panel.
  mutating func draw(_ mark: BandMark, in frame: PanelFrame) {
    var (path, upper, lower) = (PathData(), [Polyline.Point](), [Polyline.Point]())
    var leaves = false
    func close() {
      let edge = upper + lower.reversed()
      if upper.count > 1 {
        path.lines(Polyline.thinned(edge, tolerance: frame.sizes.tolerance))
        path.close()
        leaves = leaves || frame.leaves(edge)
      }
      (upper, lower) = ([], [])
    }
    for index in mark.x.indices where index < mark.low.count && index < mark.high.count {
      let x = frame.x(mark.x[index])
      let (low, high) = (frame.y(mark.low[index]), frame.y(mark.high[index]))
      if x.isFinite, low.isFinite, high.isFinite {
        upper.append((x, Swift.min(Swift.max(high, -9999), 9999)))
        lower.append((x, Swift.min(Swift.max(low, -9999), 9999)))
      } else {
        close()
      }
    }
    close()
    var look = Look.fill(mark.paint.tone)
    look.opacity = mark.opacity
    clipped(in: frame, leaves) { $0.path(path, look) }
  }

  mutating func draw(_ mark: RuleMark, in frame: PanelFrame) {
    let (box, look) = (frame.box, Look.line(mark.paint.tone, mark.width, mark.paint.dash))
    switch mark.place {
    case .x(let value):
      guard value.isFinite, frame.x.holds(value) else { return }
      line(frame.x(value), box.top, frame.x(value), box.bottom, look)
    case .y(let value):
      guard value.isFinite, frame.y.holds(value) else { return }
      line(box.left, frame.y(value), box.right, frame.y(value), look)
    case .edge(let side, let part):
      let look = Look.line(mark.paint.tone, mark.width)
      let isUpright = side == .left || side == .right
      let scale = isUpright ? frame.y : frame.x
      let (a, b) = (scale.clamped(part.lowerBound), scale.clamped(part.upperBound))
      guard a.isFinite, b.isFinite else { return }
      switch side {
      case .left: line(box.left - 2.6, a, box.left - 2.6, b, look)
      case .right: line(box.right + 2.6, a, box.right + 2.6, b, look)
      case .top: line(a, box.top - 2.6, b, box.top - 2.6, look)
      case .bottom: line(a, box.bottom + 2.6, b, box.bottom + 2.6, look)
      }
    }
  }

  /// Draws through the window of a panel if something leaves it.
  mutating func clipped(
    in frame: PanelFrame, _ leaves: Bool, _ draw: (inout Canvas) -> Void
  ) {
    if leaves { clipped(to: frame.box, draw) } else { draw(&self) }
  }
}
