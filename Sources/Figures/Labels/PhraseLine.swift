/// Words and samples in a line, broken into more lines where there is no room.
struct PhraseLine {
  struct Item {
    var text: RichText
    var style: TextStyle
    var sample: KeyEntry.Sample?
    /// What stays free before it.
    var gap: Double

    var width: Double {
      sampleWidth + text.width(size: style.size, isBold: style.isBold)
    }

    var sampleWidth: Double { sample.map { $0.width + 3.5 } ?? 0.0 }
  }

  /// The items of each line.
  let lines: [[Item]]

  init(_ items: [Item], to length: Double) {
    var (lines, line, used) = ([[Item]](), [Item](), 0.0)
    for item in items {
      let gap = line.isEmpty ? 0 : item.gap
      if used + gap + item.width <= length {
        line.append(item)
        used += gap + item.width
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, used) = ([], 0)
      let room = Swift.max(length - item.sampleWidth, 10)
      let parts = item.text.lines(to: room, size: item.style.size, isBold: item.style.isBold)
      for (index, part) in parts.enumerated() {
        var piece = item
        piece.text = part
        if index > 0 { piece.sample = nil }
        if !line.isEmpty { lines.append(line) }
        (line, used) = ([piece], piece.width)
      }
    }
    if !line.isEmpty { lines.append(line) }
    self.lines = lines
  }

  static func width(_ items: [Item]) -> Double {
    items.reduce(0) { $0 + $1.width } + items.dropFirst().reduce(0) { $0 + $1.gap }
  }

  /// Draws a line from a place to the right.
  static func draw(_ items: [Item], on canvas: inout Canvas, _ x: Double, _ baseline: Double) {
    var x = x
    for (index, item) in items.enumerated() {
      if index > 0 { x += item.gap }
      if let sample = item.sample { canvas.sample(sample, x, baseline, width: sample.width) }
      x += item.sampleWidth
      canvas.text(x, baseline, item.text, item.style)
      x += item.text.width(size: item.style.size, isBold: item.style.isBold)
    }
  }
}

extension HeadLine.Weight {
  /// The look of words in a block of that density.
  func style(_ tone: Tone, _ density: Block.Density) -> TextStyle {
    let (size, isBold): (Double, Bool)
    switch self {
    case .heading: (size, isBold) = (density == .full ? 8.5 : density == .small ? 6.8 : 6.5, true)
    case .strong: (size, isBold) = (density == .full ? 7.5 : 6.5, true)
    case .label: (size, isBold) = (density == .full ? 7.5 : 6.5, false)
    case .direct: (size, isBold) = (density == .full ? 6.8 : 6.3, false)
    case .note: (size, isBold) = (density == .tiny ? 6.0 : 6.2, false)
    }
    return TextStyle(
      size: size, isBold: isBold, tone: tone.ofText, anchor: .start, hasHalo: false)
  }
}

extension HeadLine.Phrase {
  func item(_ density: Block.Density) -> PhraseLine.Item {
    PhraseLine.Item(
      text: RichText(text), style: weight.style(tone, density), sample: sample,
      gap: sample != nil ? 9 : text.hasPrefix("^") || text.hasPrefix("_") ? 1.5 : 5)
  }
}
