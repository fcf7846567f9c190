/// A colour bar and a key at the right of a panel.
struct SideKey {
  let bar: ColourBar?
  let rows: KeyRows?
  private let ticks: [Axis.Tick]

  private static let barHeight = 72.0

  init(_ panel: Panel, of width: Double) {
    bar = panel.colourBar
    let entries = panel.labels == .side ? panel.keyEntries(withLines: true) : []
    let room = Swift.min(Swift.max(width * 0.33, 50), 90)
    rows = entries.isEmpty ? nil : KeyRows(entries, size: TextStyle.tick, most: room)
    ticks = Self.ticks(bar)
  }

  /// With the gap before it.
  var width: Double {
    guard bar != nil || rows != nil else { return 0 }
    let texts = ticks.map { RichText($0.text).width(size: TextStyle.tick, isBold: false) + 11 }
    let label = bar.map { RichText($0.label).width(size: TextStyle.tick, isBold: false) }
    return 12 + Swift.max(texts.max() ?? 0.0, label ?? 0.0, rows?.width ?? 0.0)
  }

  /// How high it is from the top of the panel.
  var height: Double {
    (bar == nil ? 0 : 8 + Self.barHeight + 8) + (rows?.height ?? 0.0)
  }

  private static func axis(_ bar: ColourBar) -> Axis {
    Axis(label: "", scale: .linear, domain: bar.domain, hasGrid: false, ticks: nil)
  }

  private static func ticks(_ bar: ColourBar?) -> [Axis.Tick] {
    guard let bar else { return [] }
    let scale = AxisScale(axis(bar), from: barHeight, to: 0)
    var ticks = Ticks.linear(scale, most: 4).major
    for index in ticks.indices {
      let place = scale(ticks[index].value)
      if bar.isClampedBelow, place > barHeight - 0.5 {
        ticks[index].text = "≤ \(ticks[index].text)"
      }
      if bar.isClampedAbove, place < 0.5 { ticks[index].text = "≥ \(ticks[index].text)" }
    }
    return ticks
  }

  func draw(on canvas: inout Canvas, _ x: Double, _ top: Double) {
    var y = top
    if let bar {
      draw(bar, on: &canvas, x, top + 8)
      y += 8 + Self.barHeight + 8
    }
    rows?.draw(on: &canvas, x, y)
  }

  private func draw(_ bar: ColourBar, on canvas: inout Canvas, _ x: Double, _ top: Double) {
    let (height, steps) = (Self.barHeight, 36)
    let scale = AxisScale(Self.axis(bar), from: top + height, to: top)
    canvas.crisp { canvas in
      for step in 0..<steps {
        let part = Double(step) / Double(steps)
        let next = Double(step + 1) / Double(steps)
        let box = Box(x, top + height * (1 - next), x + 7, top + height * (1 - part))
        canvas.rect(box, colour: Cividis.colour((part + next) / 2))
      }
    }
    canvas.rect(Box(x, top, x + 7, top + height), .line(.ink2, 0.4))
    for tick in ticks {
      let y = scale(tick.value)
      canvas.line(x + 7, y, x + 9, y, .line(.ink2, 0.5))
      canvas.text(x + 11, y + 2.3, tick.text, .plain(TextStyle.tick, .ink2))
    }
    if let mark = bar.mark, mark.isFinite, scale.holds(mark) {
      let y = scale(mark)
      canvas.line(x - 1.5, y, x + 7, y, .line(.bg, 1.8))
      canvas.line(x - 1.5, y, x + 7, y, .line(.ink, 0.9))
    }
    canvas.text(x, top - 5, bar.label, .plain(TextStyle.tick, .ink))
  }
}
