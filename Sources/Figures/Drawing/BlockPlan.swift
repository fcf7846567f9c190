/// A block: its margins, and after its width is known all of its panels.
struct BlockPlan {
  let block: Block
  let plans: [PanelPlan]
  /// The label of y of each panel, empty where the block beside it has the same.
  private let labels: [String]
  private(set) var layouts: [PanelLayout] = []
  private(set) var width = 0.0
  private(set) var head = HeadBlock([], width: 0, density: .full)
  private(set) var values = ValueRows([], width: 0, density: .full)
  private(set) var foot = HeadBlock([], width: 0, density: .full)
  private(set) var margin = (left: 0.0, right: 0.0)
  /// What stands over and under each panel, which blocks of a row may have in common.
  var rims: [(over: Double, under: Double)] = []

  /// - Parameters:
  ///   - block: What it is.
  ///   - hidesX: Whether the block beneath it has the texts of x.
  ///   - hidesY: Whether the block beside it has the texts of y.
  ///   - hasSameLabels: Whether the block beside it has the same labels of y.
  init(_ block: Block, hidesX: Bool, hidesY: Bool, hasSameLabels: Bool) {
    self.block = block
    let count = block.panels.count
    plans = block.panels.enumerated().map { index, panel in
      PanelPlan(
        panel, block.density, index: index, count: count, hidesX: hidesX, hidesY: hidesY)
    }
    labels = block.panels.map { hasSameLabels ? "" : $0.y.label }
  }

  func left(of width: Double) -> Double { plans.map { $0.left(of: width) }.max() ?? 0.0 }
  func right(of width: Double) -> Double { plans.map { $0.right(of: width) }.max() ?? 0.0 }

  /// How far texts of ticks reach beyond the right end of a panel that wide.
  func overhang(width: Double) -> Double {
    guard let plan = plans.last, !plan.hidesX else { return 0 }
    let frame = PanelFrame(
      plan.panel, box: Box(0, 0, Swift.max(width, 10), 50), density: block.density)
    let size = block.density == .full ? TextStyle.tick : TextStyle.floor
    guard let tick = plan.xTicks(frame).major.last else { return 0 }
    if case .words = plan.panel.x.scale { return 0 }
    return frame.x(tick.value) + RichText(tick.text).width(size: size, isBold: false) / 2 - width
  }

  /// Lays the block out.
  mutating func fit(panel: Double, left: Double, right: Double, figure: FigureSize) {
    margin = (left, right)
    width = left + panel + right
    let room = isInset ? panel : width - (right < 8 ? right : 0)
    head = HeadBlock(block.head, width: room, density: block.density)
    values = ValueRows(block.values, width: room, density: block.density)
    layouts = zip(plans, labels).map { plan, label in
      PanelLayout(
        plan, width: panel, height: plan.height(width: panel, figure: figure), label: label,
        room: width)
    }
    foot = HeadBlock(block.foot, width: room, density: block.density == .full ? .full : .small)
    rims = layouts.map { ($0.over, $0.under) }
  }

  /// Makes the first panel higher, if nobody said how high it is.
  mutating func grow(by height: Double) {
    guard let first = layouts.first, first.plan.panel.height == nil, !first.plan.isMap,
      !first.plan.hasNames, first.plan.density == .full
    else { return }
    layouts[0] = PanelLayout(
      first.plan, width: first.frame.box.width, height: first.frame.box.height + height,
      label: labels[0], room: width)
  }

  /// Whether words over it stand over the panel, not at the left edge of the block.
  private var isInset: Bool { block.density != .full || plans.first?.hidesY == true }

  /// From the top to the first panel.
  var above: Double {
    var height = head.height + values.height
    if height > 0 { height += block.density == .full ? 3 : 1 }
    return height + (rims.first?.over ?? 0.0)
  }

  /// From the top of the first panel to the bottom of the lowest, or of the key beside it.
  var body: Double {
    let side = block.panels.map { SideKey($0, of: width).height }.max() ?? 0.0
    return Swift.max(stack, side)
  }

  /// From the top of the first panel to the bottom of the lowest.
  var stack: Double {
    var height = 0.0
    for (index, layout) in layouts.enumerated() {
      height += layout.frame.box.height
      if index + 1 < layouts.count { height += rims[index].under + rims[index + 1].over }
    }
    return height
  }

  /// From the bottom of the lowest panel to the end.
  var below: Double {
    let under = rims.last?.under ?? 0.0
    guard !foot.isEmpty else { return under }
    return footShares ? Swift.max(under, 11.2) : under + foot.height + 3
  }

  /// Whether the words under a small panel stand beside the texts of its ticks.
  private var footShares: Bool {
    guard block.density != .full, let last = layouts.last, !last.hasXLabel, foot.height < 9 else {
      return false
    }
    let places = last.xTicks.major.filter { !$0.text.isEmpty }.map { tick in
      last.frame.x(tick.value)
        - RichText(tick.text).width(size: TextStyle.floor, isBold: false) / 2
    }
    return (places.min() ?? .infinity) > foot.extent + 4
  }

  /// Draws it with its left edge and the top of its first panel at a place.
  func draw(on canvas: inout Canvas, _ x: Double, _ top: Double, start: Double) {
    let left = isInset ? x + margin.left : x
    let over = rims.first?.over ?? 0.0
    let isClose = block.density != .full
    let headTop = isClose ? top - over - values.height - head.height + 0.8 : start
    head.draw(on: &canvas, left, headTop)
    values.draw(on: &canvas, left, headTop + head.height)
    var y = top
    for (index, layout) in layouts.enumerated() {
      if index > 0 { y += rims[index].over }
      canvas.draw(layout, at: (x + margin.left, y), span: x...(x + width))
      y += layout.frame.box.height + rims[index].under
    }
    guard let last = rims.last, !foot.isEmpty else { return }
    guard block.density == .full else {
      let bottom = footShares ? y - last.under + 9.2 - foot.height : y + 3
      return foot.draw(on: &canvas, left, bottom)
    }
    let room = width - margin.left - margin.right
    let isInside = foot.extent <= room
    let isNote = isInside && block.foot.allSatisfy { $0.left.count == 1 && $0.right.isEmpty }
    let shift = isNote ? margin.left + (room - foot.extent) / 2 : isInside ? margin.left : 0
    foot.draw(on: &canvas, x + shift, y + (isNote ? 1 : 3))
  }
}
