/// Lines of words over or under something, laid out for a width.
struct HeadBlock {
  private struct Row {
    var left: [PhraseLine.Item]
    var right: [PhraseLine.Item]
    var height: Double
  }

  private var rows: [Row] = []
  let width: Double

  /// Words at the right stand on a line of their own where both do not fit beside each other.
  init(_ lines: [HeadLine], width: Double, density: Block.Density) {
    self.width = width
    for line in lines {
      let left = line.left.map { $0.item(density) }
      let right = line.right.map { $0.item(density) }
      let both = PhraseLine.width(left) + PhraseLine.width(right)
      if both + (left.isEmpty || right.isEmpty ? 0 : 8) <= width {
        add(left, right)
        continue
      }
      let least = (width - 8) / both
      if !left.isEmpty, !right.isEmpty, least > 0.87,
        let small = Self.shrunk(left, right, least, to: width - 8)
      {
        add(small.left, small.right)
        continue
      }
      for row in PhraseLine(left, to: width).lines { add(row, []) }
      for row in PhraseLine(right, to: width).lines { add([], row) }
    }
  }

  /// Both sides in smaller letters, if none comes below the floor.
  private static func shrunk(
    _ left: [PhraseLine.Item], _ right: [PhraseLine.Item], _ part: Double, to room: Double
  ) -> (left: [PhraseLine.Item], right: [PhraseLine.Item])? {
    func smaller(_ items: [PhraseLine.Item]) -> [PhraseLine.Item] {
      items.map { item in
        var item = item
        item.style.size = (item.style.size * part * 20).rounded(.down) / 20
        return item
      }
    }
    let (a, b) = (smaller(left), smaller(right))
    let width = PhraseLine.width(a) + PhraseLine.width(b)
    guard (a + b).allSatisfy({ $0.style.size >= TextStyle.floor }) else { return nil }
    return width <= room ? (a, b) : nil
  }

  private mutating func add(_ left: [PhraseLine.Item], _ right: [PhraseLine.Item]) {
    let size = (left + right).map(\.style.size).max() ?? TextStyle.note
    rows.append(Row(left: left, right: right, height: size + (rows.isEmpty ? 0 : 3)))
  }

  /// Puts a key behind the words of the last line if there is room, or on lines of its own.
  mutating func add(key: [KeyEntry], onItsOwn: Bool) {
    guard !key.isEmpty else { return }
    let items = key.map { entry in
      PhraseLine.Item(
        text: RichText(entry.text),
        style: .plain(TextStyle.tick, entry.sample.paint.tone.ofText), sample: entry.sample,
        gap: 9)
    }
    if !onItsOwn, let last = rows.last {
      let used = PhraseLine.width(last.left) + PhraseLine.width(last.right)
      if used + PhraseLine.width(items) + 28 <= width {
        var first = items[0]
        first.gap = 14
        rows[rows.count - 1].left += [first] + items.dropFirst()
        return
      }
    }
    for line in PhraseLine(items, to: width).lines { add(line, []) }
  }

  /// From the top to the lowest baseline.
  var height: Double { rows.reduce(0) { $0 + $1.height } }

  var isEmpty: Bool { rows.isEmpty }

  /// How wide it really is.
  var extent: Double {
    rows.map { PhraseLine.width($0.left) + PhraseLine.width($0.right) }.max() ?? 0.0
  }

  func draw(on canvas: inout Canvas, _ x: Double, _ top: Double) {
    var y = top
    for row in rows {
      y += row.height
      PhraseLine.draw(row.left, on: &canvas, x, y)
      if row.right.count == 1, row.right[0].sample == nil {
        var style = row.right[0].style
        style.anchor = .end
        canvas.text(x + width, y, row.right[0].text, style)
      } else {
        PhraseLine.draw(row.right, on: &canvas, x + width - PhraseLine.width(row.right), y)
      }
    }
  }
}
