extension KeyEntry.Sample {
  var paint: Paint {
    switch self {
    case .point(let paint, _), .outline(let paint), .errorBar(let paint), .line(let paint, _),
      .band(let paint, _),
      .bar(let paint, _):
      paint
    }
  }

  /// How wide it is where it stands in a line of words.
  var width: Double {
    switch self {
    case .point, .outline, .errorBar: 4
    case .bar: 5
    case .line: 15
    case .band: 10
    }
  }
}

extension Canvas {
  /// Draws a sample as wide as told, for words with that baseline.
  mutating func sample(_ sample: KeyEntry.Sample, _ x: Double, _ baseline: Double, width: Double) {
    let (middle, y) = (x + width / 2, baseline - 2.4)
    let tone = sample.paint.tone
    switch sample {
    case .point(let paint, let isHollow):
      var path = PathData()
      Shape(paint.symbol, radius: 1.8).add(to: &path, middle, y)
      self.path(path, isHollow ? .hollow(tone, 0.7) : .fill(tone))
    case .outline(let paint):
      path(Shape(paint.symbol, radius: 2.4).outline(middle, y), .line(tone, 1.1))
    case .errorBar(let paint):
      line(middle, y - 4, middle, y + 4, .line(tone, 1))
      var path = PathData()
      Shape(paint.symbol, radius: 2.1).add(to: &path, middle, y)
      var look = Look.fill(tone)
      (look.stroke, look.width) = (.bg, 0.5)
      self.path(path, look)
    case .line(let paint, let stroke):
      line(x, y, x + width, y, .line(tone, stroke, stroke < 2 ? paint.dash : .solid))
    case .band(_, let opacity):
      rect(Box(x, y - 3, x + width, y + 3), .fill(tone, opacity: Swift.max(opacity, 0.06)))
    case .bar(_, let isHollow):
      let half = Swift.min(width, 5) / 2
      let box = Box(middle - half, y - half, middle + half, y + half)
      rect(box, isHollow ? .hollow(tone, 0.7) : .fill(tone))
    }
  }
}
