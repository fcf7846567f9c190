/// What words inside of a panel have to keep clear of, as small boxes.
struct Obstacles {
  private(set) var boxes: [Box] = []
  /// Whether all of the panel has colour.
  private(set) var isFull = false

  init(_ marks: [Mark], in frame: PanelFrame) {
    for mark in marks { add(mark, in: frame) }
  }

  mutating func add(_ box: Box) { boxes.append(box) }

  private mutating func add(_ mark: Mark, in frame: PanelFrame) {
    switch mark {
    case .point(let mark): boxes += Self.boxes(mark, in: frame)
    case .line(let mark):
      for piece in frame.pieces(mark.x, mark.y) {
        boxes += Polyline.sampled(piece, every: 3)
          .filter { frame.box.contains($0.x, $0.y, margin: 1) }
          .map { Box($0.x - 1, $0.y - 1, $0.x + 1, $0.y + 1) }
      }
    case .bar(let mark):
      boxes += mark.from.indices.compactMap { mark.box($0, in: frame) }
    case .density(let mark):
      for (x, y) in zip(mark.x, mark.y) {
        if let box = frame.rectangle(x.lowerBound, x.upperBound, y.lowerBound, y.upperBound),
          box.width > 0, box.height > 0
        {
          boxes.append(box)
        }
      }
    case .rule(let mark): add(mark, in: frame)
    case .text(let mark):
      for index in mark.x.indices where index < mark.y.count && index < mark.texts.count {
        guard frame.holds(mark.x[index], mark.y[index]) else { continue }
        let (x, y) = (frame.x(mark.x[index]), frame.y(mark.y[index]))
        let width = RichText(mark.texts[index]).width(size: TextStyle.tick, isBold: false)
        let left = mark.anchor == .start ? x : mark.anchor == .end ? x - width : x - width / 2
        let right = mark.anchor == .start ? min(left + width, frame.box.right) : left + width
        boxes.append(Box(left - 1, y - 4, right + 1, y + 4))
      }
    case .band(let mark): add(edgesOf: mark, in: frame)
    case .cell(let mark): isFull = isFull || !mark.values.isEmpty
    }
  }

  private mutating func add(edgesOf mark: BandMark, in frame: PanelFrame) {
    guard mark.opacity > 0.11 else { return }
    for side in [mark.low, mark.high] {
      for piece in frame.pieces(mark.x, side) {
        boxes += Polyline.sampled(piece, every: 3)
          .filter { frame.box.contains($0.x, $0.y, margin: 1) }
          .map { Box($0.x - 0.5, $0.y - 0.5, $0.x + 0.5, $0.y + 0.5) }
      }
    }
  }

  private mutating func add(_ mark: RuleMark, in frame: PanelFrame) {
    let box = frame.box
    switch mark.place {
    case .x(let value) where value.isFinite && frame.x.holds(value):
      boxes.append(Box(frame.x(value) - 1, box.top, frame.x(value) + 1, box.bottom))
    case .y(let value) where value.isFinite && frame.y.holds(value):
      boxes.append(Box(box.left, frame.y(value) - 1, box.right, frame.y(value) + 1))
    case .x, .y, .edge: break
    }
  }

  /// Points with their errors.
  static func boxes(_ mark: PointMark, in frame: PanelFrame) -> [Box] {
    mark.x.indices.compactMap { index in
      guard index < mark.y.count, mark.x[index].isFinite, mark.y[index].isFinite,
        frame.holds(mark.x[index], mark.y[index])
      else { return nil }
      let (x, y) = (frame.x(mark.x[index]), frame.y(mark.y[index]))
      var box = Box(x - 2, y - 2, x + 2, y + 2)
      if mark.yEnds.indices.contains(index), let ends = mark.yEnds[index] {
        let (a, b) = (frame.y.clamped(ends.lowerBound), frame.y.clamped(ends.upperBound))
        if a.isFinite { (box.top, box.bottom) = (Swift.min(box.top, a), Swift.max(box.bottom, a)) }
        if b.isFinite { (box.top, box.bottom) = (Swift.min(box.top, b), Swift.max(box.bottom, b)) }
      }
      if mark.xEnds.indices.contains(index), let ends = mark.xEnds[index] {
        let (a, b) = (frame.x.clamped(ends.lowerBound), frame.x.clamped(ends.upperBound))
        if a.isFinite { (box.left, box.right) = (Swift.min(box.left, a), Swift.max(box.right, a)) }
        if b.isFinite { (box.left, box.right) = (Swift.min(box.left, b), Swift.max(box.right, b)) }
      }
      return box
    }
  }

  /// A place for a rectangle in the panel, corners first, where nothing else is.
  func room(_ width: Double, _ height: Double, in box: Box) -> Box? {
    guard !isFull else { return nil }
    let (left, right) = (box.left + 6, box.right - 3 - width)
    let (top, bottom) = (box.top + 4, box.bottom - 4 - height)
    guard right >= left, bottom >= top else { return nil }
    let (middleX, middleY) = ((left + right) / 2, (top + bottom) / 2)
    let places = [
      (left, top), (right, top), (right, bottom), (left, bottom), (middleX, top),
      (middleX, bottom), (right, middleY), (left, middleY),
    ]
    let free = places.first { x, y in
      let place = Box(x - 2, y - 2, x + width + 2, y + height + 2)
      return !boxes.contains { $0.meets(place, across: 0, along: 0) }
    }
    return free.map { Box($0.0, $0.1, $0.0 + width, $0.1 + height) }
  }
}
