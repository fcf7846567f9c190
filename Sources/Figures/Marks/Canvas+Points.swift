extension Canvas {
  /// Symbols with their error bars; those outside are carets at the edge.
  mutating func draw(_ mark: PointMark, in frame: PanelFrame) {
    let places = zip(mark.x, mark.y).map { x, y in
      (x.isFinite && y.isFinite) ? (x: frame.x(x), y: frame.y(y)) : (x: Double.nan, y: .nan)
    }
    let isInside = places.indices.map { index in
      places[index].x.isFinite && places[index].y.isFinite
        && frame.holds(mark.x[index], mark.y[index])
    }
    drawErrors(of: mark, in: frame, places: places, isInside: isInside)
    let radius: Double
    switch mark.size {
    case .usual: radius = frame.sizes.radius(of: places.count)
    case .large: radius = 2.35
    case .outline: radius = mark.paint.symbol == .square ? 3.6 : 2.6
    }
    let shape = Shape(mark.paint.symbol, radius: radius)
    if mark.size == .outline {
      for index in places.indices where isInside[index] {
        let path = shape.outline(places[index].x, places[index].y)
        self.path(path, .line(.bg, 2.4))
        self.path(path, .line(mark.paint.tone, 1.1))
      }
      return drawCarets(of: mark, in: frame, isInside: isInside)
    }
    var (solid, hollow) = (PathData(), PathData())
    for index in places.indices where isInside[index] {
      let isHollow = mark.isHollow.indices.contains(index) && mark.isHollow[index]
      if isHollow {
        shape.add(to: &hollow, places[index].x, places[index].y)
      } else {
        shape.add(to: &solid, places[index].x, places[index].y)
      }
    }
    draw(solid, hollow, mark.paint, mark.size, radius)
    drawCarets(of: mark, in: frame, isInside: isInside)
  }

  private mutating func draw(
    _ solid: PathData, _ hollow: PathData, _ paint: Paint, _ size: PointMark.Size,
    _ radius: Double
  ) {
    switch size {
    case .large:
      var look = Look.fill(paint.tone)
      (look.stroke, look.width) = (.bg, 0.8)
      path(solid, look)
      path(hollow, .hollow(paint.tone, 0.8))
    case .usual, .outline:
      var look = Look.fill(paint.tone)
      if paint.tone == .k5 || paint.tone == .k6 { (look.stroke, look.width) = (.ink2, 0.3) }
      path(solid, look)
      path(hollow, .hollow(paint.tone, radius > 1.6 ? 0.8 : 0.6))
    }
  }

  private mutating func drawErrors(
    of mark: PointMark, in frame: PanelFrame, places: [(x: Double, y: Double)], isInside: [Bool]
  ) {
    var (bars, arrows) = (PathData(), PathData())
    for index in places.indices where places[index].x.isFinite && places[index].y.isFinite {
      let (x, y) = places[index]
      if mark.yEnds.indices.contains(index), let ends = mark.yEnds[index],
        frame.x.holds(mark.x[index])
      {
        let (a, b) = (frame.y.clamped(ends.lowerBound), frame.y.clamped(ends.upperBound))
        if a.isFinite, b.isFinite, a != b {
          bars.move(x, a)
          bars.line(x, b)
        }
      }
      if mark.xEnds.indices.contains(index), let ends = mark.xEnds[index],
        frame.y.holds(mark.y[index])
      {
        let low = frame.x(ends.lowerBound).isFinite ? ends.lowerBound : frame.x.low
        let (a, b) = (frame.x.clamped(low), frame.x.clamped(ends.upperBound))
        guard a.isFinite, b.isFinite, a != b else { continue }
        bars.move(a, y)
        bars.line(b, y)
        if !frame.x.holds(low), a < x { Self.arrow(&arrows, a, y, 2.6) }
        if !frame.x.holds(ends.upperBound), b > x { Self.arrow(&arrows, b, y, -2.6) }
      }
    }
    let tone: Tone = mark.paint.tone == .ink ? .ink2 : mark.paint.tone
    let isStrong = mark.size == .large
    path(bars, .line(tone, isStrong ? 1 : frame.sizes.radius(of: 1) > 1.6 ? 0.9 : 0.55))
    path(arrows, .line(tone, 0.8))
  }

  private static func arrow(_ path: inout PathData, _ x: Double, _ y: Double, _ length: Double) {
    path.move(x + length, y - 1.8)
    path.line(x, y)
    path.line(x + length, y + 1.8)
  }

  private mutating func drawCarets(of mark: PointMark, in frame: PanelFrame, isInside: [Bool]) {
    var carets = PathData()
    let box = frame.box
    for index in isInside.indices where !isInside[index] {
      let (x, y) = (frame.x(mark.x[index]), frame.y(mark.y[index]))
      guard mark.x[index].isFinite, mark.y[index].isFinite, x.isFinite, y.isFinite else { continue }
      let (atX, atY) = (frame.x.clamped(mark.x[index]), frame.y.clamped(mark.y[index]))
      if !frame.y.holds(mark.y[index]) {
        let step = y < box.top ? -2.6 : 2.6
        carets.move(atX - 1.5, atY)
        carets.line(atX + 1.5, atY)
        carets.line(atX, atY + step)
      } else {
        let step = x < box.left ? -2.6 : 2.6
        carets.move(atX, atY - 1.5)
        carets.line(atX, atY + 1.5)
        carets.line(atX + step, atY)
      }
      carets.close()
    }
    path(carets, .fill(mark.paint.tone == .ink ? .ink2 : mark.paint.tone))
  }
}
