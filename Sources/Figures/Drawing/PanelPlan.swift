/// A panel before its place on the paper is known: what is beside it, and how much room that takes.
struct PanelPlan {
  let panel: Panel
  let density: Block.Density
  let isFirst: Bool
  let isLast: Bool
  /// Whether the panel beside it or beneath it has the texts of this axis.
  let hidesX: Bool
  let hidesY: Bool
  /// Words beside and around the panel.
  let edges: EdgeTexts
  private let allY: Ticks

  init(
    _ panel: Panel, _ density: Block.Density, index: Int, count: Int, hidesX: Bool, hidesY: Bool
  ) {
    (self.panel, self.density) = (panel, density)
    (isFirst, isLast) = (index == 0, index == count - 1)
    (self.hidesX, self.hidesY) = (hidesX, hidesY)
    edges = EdgeTexts(panel)
    let height = panel.height ?? (index > 0 ? 38 : 132)
    let scale = AxisScale(panel.y, from: 0, to: 1000)
    allY = Ticks.chosen(
      panel.y, scale, least: density == .full ? 3 : 2,
      most: density != .full || height < 50 ? 4 : height < 100 ? 5 : 6)
  }

  var hasNames: Bool {
    if case .words = panel.y.scale { return true }
    return false
  }

  var isMap: Bool {
    panel.frame == .full
  }

  var tickSize: Double {
    density == .full && (panel.height.map { $0 >= 30 } ?? true) ? TextStyle.tick : TextStyle.floor
  }

  /// The size of names of rows and the height that they get.
  func rowNames(_ width: Double) -> [RichText] {
    allY.major.map {
      RichText($0.text).elided(to: width * 0.36, size: tickSize, isBold: false)
    }
  }

  /// What stands left of the panel.
  func left(of width: Double) -> Double {
    var needed = 0.0
    if !hidesY {
      let texts = hasNames ? rowNames(width) : allY.major.map { RichText($0.text) }
      let widest = texts.map { $0.width(size: tickSize, isBold: false) }.max()
      if let widest, widest > 0 { needed = widest + (panel.frame == .none ? 8 : 4.5) }
      if density == .tiny, !panel.y.label.isEmpty { needed = Swift.max(needed, 27) }
    }
    return needed + edges.left(of: width)
  }

  /// What stands right of the panel, without what ticks of x need.
  func right(of width: Double) -> Double {
    let base = density == .full ? 4.0 : 2.0
    return Swift.max(base, edges.right(of: width)) + SideKey(panel, of: width).width
  }

  /// The height between the ends of y.
  func height(width: Double, figure: FigureSize) -> Double {
    if let height = panel.height, height.isFinite { return Swift.min(Swift.max(height, 4), 4000) }
    if hasNames, case .words(let words) = panel.y.scale {
      let hasBars = panel.marks.contains { if case .bar = $0 { true } else { false } }
      return Double(Swift.max(words.count, 1)) * (hasBars ? 15 : 9.1)
    }
    switch density {
    case .tiny: return width
    case .small: return Swift.min(Swift.max(width * 0.77, 44), 120)
    case .full: break
    }
    if isMap { return Swift.min(width, 300) }
    if !isFirst { return 38 }
    return figure == .column ? 132 : Swift.min(Swift.max(width * 0.6, 132), 190)
  }

  /// The ticks of y in a frame.
  func yTicks(_ frame: PanelFrame) -> Ticks {
    guard !hasNames else { return allY }
    let extents = allY.major.map { _ in 0.74 * tickSize }
    let ticks =
      density == .small && frame.box.height < 60 && panel.y.ticks == nil
      ? allY.largest(frame.y, extents: extents, margin: 3) : allY
    return ticks.spaced(
      frame.y, extents: ticks.major.map { _ in 0.74 * tickSize }, gap: 1.6)
  }

  /// The ticks of x in a frame.
  func xTicks(_ frame: PanelFrame) -> Ticks {
    let width = frame.box.width
    var ticks = Ticks.chosen(
      panel.x, frame.x, least: density == .full ? 3 : 2,
      most: width < 150 || density != .full ? 4 : width < 330 ? 6 : 8)
    if case .words = panel.x.scale { return ticks }
    let size = density == .full ? TextStyle.tick : TextStyle.floor
    func extents(_ ticks: Ticks) -> [Double] {
      ticks.major.map { RichText($0.text).width(size: size, isBold: false) }
    }
    if density == .small, width < 80, panel.x.ticks == nil {
      ticks = ticks.largest(frame.x, extents: extents(ticks), margin: 4)
    }
    ticks = ticks.spaced(frame.x, extents: extents(ticks), gap: 3.5)
    if density == .tiny {
      for (index, extent) in extents(ticks).enumerated() {
        let place = frame.x(ticks.major[index].value)
        let room = Swift.min(place - frame.box.left, frame.box.right - place) + 3
        if extent / 2 > room { ticks.major[index].text = "" }
      }
    }
    return ticks
  }
}
