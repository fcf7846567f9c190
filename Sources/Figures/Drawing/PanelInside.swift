/// What stands in the empty places of a panel, from its left upper corner: names of curves, keys.
struct PanelInside {
  struct Name {
    var text: RichText
    var x: Double
    var baseline: Double
    var tone: Tone
  }

  private(set) var names: [Name] = []
  private(set) var key: (rows: KeyRows, box: Box)?
  private(set) var note: (lines: [RichText], box: Box)?
  private(set) var density: (key: DensityKey, box: Box)?
  /// What found no room inside.
  private(set) var keyAbove: [KeyEntry] = []
  private(set) var noteAbove: [RichText] = []
  private(set) var densityAbove: DensityKey?

  init(_ panel: Panel, in frame: PanelFrame, density level: Block.Density) {
    var obstacles = Obstacles(panel.marks, in: frame)
    var entries: [KeyEntry] = []
    switch panel.labels {
    case .beside:
      let isNamed = addNames(of: panel, in: frame, &obstacles)
      entries = panel.keyEntries(withLines: !isNamed)
    case .key: entries = panel.keyEntries(withLines: true)
    case .side, .none: break
    }
    let size = level == .full ? TextStyle.direct : TextStyle.floor
    if !entries.isEmpty {
      let rows = KeyRows(entries, size: size, most: frame.box.width * 0.75)
      if let box = obstacles.room(rows.width, rows.height, in: frame.box) {
        key = (rows, box)
        obstacles.add(box)
      } else {
        keyAbove = entries
      }
    }
    for case .density(let mark) in panel.marks where mark.counts.contains(where: { $0 > 0 }) {
      let key = DensityKey(mark)
      if let box = obstacles.room(key.width, key.height, in: frame.box) {
        density = (key, box)
        obstacles.add(box)
      } else {
        densityAbove = key
      }
      break
    }
    if let text = panel.note, !text.isEmpty {
      let lines = RichText(text).lines(
        to: frame.box.width * 0.9, size: TextStyle.floor, isBold: false)
      let widest = lines.map { $0.width(size: TextStyle.floor, isBold: false) }.max()
      let height = 7.6 * Double(lines.count) - 1
      if let widest, let box = obstacles.room(widest, height, in: frame.box) {
        note = (lines, box)
      } else {
        noteAbove = lines
      }
    }
  }

  /// Names beside lines and on bands; `false` if a key has to say them.
  private mutating func addNames(
    of panel: Panel, in frame: PanelFrame, _ obstacles: inout Obstacles
  ) -> Bool {
    var (curves, tones, blocked) = ([LabelPlacement.Curve](), [Tone](), [Box]())
    for mark in panel.marks {
      switch mark {
      case .line(let mark) where !mark.label.isEmpty:
        let points = frame.pieces(mark.x, mark.y).max { $0.count < $1.count }
        guard let points else { continue }
        curves.append(LabelPlacement.Curve(name: RichText(mark.label), points: points))
        tones.append(mark.paint.tone.ofText)
      case .point(let mark): blocked += Obstacles.boxes(mark, in: frame)
      case .bar(let mark):
        blocked += mark.from.indices.compactMap { mark.box($0, in: frame) }
      case .rule(let mark): blocked += Self.boxes(mark, in: frame)
      case .line, .band, .cell, .density, .text: break
      }
    }
    let size = TextStyle.direct
    let placement = LabelPlacement(
      curves.reversed(), frame: frame.box, blocked: blocked, size: size)
    guard let places = placement.places() else { return false }
    names = zip(zip(curves, tones).reversed(), places).map { curve, place in
      Name(text: curve.0.name, x: place.x, baseline: place.baseline, tone: curve.1)
    }
    for place in places { obstacles.add(place.box) }
    return addBands(of: panel, in: frame, &obstacles)
  }

  /// A level rule, and its name at the right end.
  private static func boxes(_ mark: RuleMark, in frame: PanelFrame) -> [Box] {
    guard case .y(let value) = mark.place, value.isFinite, frame.y.holds(value) else { return [] }
    let (y, box) = (frame.y(value), frame.box)
    let width = RichText(mark.label).width(size: TextStyle.floor, isBold: false)
    let top = y - box.top < 9 ? y : y - 8
    return [
      Box(box.left, y - 0.8, box.right, y + 0.8),
      Box(box.right - width - 4, top, box.right, top + 8),
    ]
  }

  private mutating func addBands(
    of panel: Panel, in frame: PanelFrame, _ obstacles: inout Obstacles
  ) -> Bool {
    let size = TextStyle.tick
    for case .band(let mark) in panel.marks where !mark.label.isEmpty {
      let text = RichText(mark.label)
      let width = text.width(size: size, isBold: false)
      var found: Box?
      var second: Box?
      for index in mark.x.indices.reversed()
      where index < mark.low.count && index < mark.high.count {
        let (x, top) = (frame.x(mark.x[index]), frame.y.clamped(mark.high[index]))
        guard x.isFinite, top.isFinite else { continue }
        let right = Swift.min(x - 3, frame.box.right - 2)
        let box = Box(right - width, top + 3, right, top + 3 + size)
        guard box.left > frame.box.left + 2, box.top > frame.box.top, box.bottom < frame.box.bottom,
          !names.contains(where: {
            let other = $0.text.width(size: TextStyle.direct, isBold: false)
            let taken = Box($0.x, $0.baseline - 5.5, $0.x + other, $0.baseline + 1.5)
            return taken.meets(box, across: 1, along: 1)
          })
        else { continue }
        if obstacles.boxes.contains(where: { $0.meets(box, across: 0, along: 0) }) {
          second = second ?? box
          continue
        }
        found = box
        break
      }
      guard let found = found ?? second else { return false }
      names.append(
        Name(
          text: text, x: found.left, baseline: found.top + 0.78 * size,
          tone: mark.paint.tone.ofText))
      obstacles.add(found)
    }
    return true
  }
}
