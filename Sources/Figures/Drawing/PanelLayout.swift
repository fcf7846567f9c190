/// A panel whose size is known, from its left upper corner, with the lines over it.
struct PanelLayout {
  let plan: PanelPlan
  let frame: PanelFrame
  let xTicks: Ticks
  let yTicks: Ticks
  let inside: PanelInside
  let words: WordRows?
  /// The label of y, empty if another panel has it; what stands beside it; and on a line below it.
  let label: RichText
  let captions: [PhraseLine.Item]
  let spread: [PhraseLine.Item]
  let keyAbove: [[PhraseLine.Item]]
  let captionsHaveLine: Bool

  init(_ plan: PanelPlan, width: Double, height: Double, label: String, room: Double) {
    self.plan = plan
    let panel = plan.panel
    let box = Box(0, 0, Swift.max(width, 10), Swift.max(height, 4))
    frame = PanelFrame(panel, box: box, density: plan.density)
    xTicks = plan.xTicks(frame)
    yTicks = plan.yTicks(frame)
    inside = PanelInside(panel, in: frame, density: plan.density)
    words = WordRows(panel.x, in: frame, size: plan.tickSize)
    let captions = panel.captions.map { $0.item(plan.density) }
    let isSpread = captions.count == 3 && PhraseLine.width(captions) <= box.width
    spread = isSpread ? captions : []
    var right = isSpread ? [] : captions
    if PhraseLine.width(right) > room, let first = PhraseLine(right, to: room).lines.first {
      right = first
    }
    self.captions = right
    let size = Self.labelSize(plan)
    self.label = RichText(label).elided(to: room, size: size, isBold: false)
    let used = self.label.width(size: size, isBold: false) + PhraseLine.width(right)
    captionsHaveLine = !self.label.runs.isEmpty && !right.isEmpty && used + 8 > room
    let items = inside.keyAbove.map { entry in
      PhraseLine.Item(
        text: RichText(entry.text),
        style: .plain(TextStyle.tick, entry.sample.paint.tone.ofText), sample: entry.sample,
        gap: 9)
    }
    keyAbove = PhraseLine(items, to: box.width).lines
  }

  static func labelSize(_ plan: PanelPlan) -> Double {
    plan.isFirst && plan.density == .full ? TextStyle.label : TextStyle.tick
  }

  /// The height of lines right over the panel, beneath the label of y.
  var aboveHeight: Double {
    var height = plan.edges.above.isEmpty ? 0.0 : 9.0
    height += 7.6 * Double(inside.noteAbove.count) + 10 * Double(keyAbove.count)
    height += inside.densityAbove.map { $0.height + 2 } ?? 0.0
    return height + (spread.isEmpty ? 0 : 10)
  }

  private var hasLine: Bool {
    !captions.isEmpty || !label.runs.isEmpty && plan.density != .tiny
  }

  /// All that stands over the panel.
  var over: Double {
    var height = aboveHeight
    if hasLine { height += captionsHaveLine ? 24.5 : 15 }
    return height == 0 ? (plan.isFirst ? 4 : 7) : hasLine ? height : height + 5
  }

  /// All that stands under the panel, without the foot of its block.
  var under: Double {
    var height = hasAxis ? 3.0 : 1.0
    if plan.isLast, !plan.hidesX, xTicks.major.contains(where: { !$0.text.isEmpty }) {
      height = 11.2 + 8 * Double((words?.count ?? 1) - 1)
    }
    if !plan.edges.below.isEmpty { height += 9.5 }
    if plan.isLast, hasXLabel { height += 11.2 }
    return height
  }

  /// Whether x has a line: a table without ticks has none.
  var hasAxis: Bool {
    !(plan.panel.frame == .none && plan.panel.x.ticks.map(\.isEmpty) ?? false)
  }

  var hasXLabel: Bool { !plan.panel.x.label.isEmpty && !plan.hidesX }
}
