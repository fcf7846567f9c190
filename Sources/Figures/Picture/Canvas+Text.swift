extension Canvas {
  /// The box of words, for collisions.
  func box(_ x: Double, _ y: Double, _ text: RichText, _ style: TextStyle) -> Box {
    let width = text.width(size: style.size, isBold: style.isBold)
    let left: Double
    switch style.anchor {
    case .start: left = x
    case .middle: left = x - width / 2
    case .end: left = x - width
    }
    return Box(left, y - 0.74 * style.size, left + width, y + 0.2 * style.size)
  }

  /// Sets words in the markup of labels with their baseline at a place, or as near to it as the
  /// edges of the paper allow.
  mutating func text(_ x: Double, _ y: Double, _ markup: String, _ style: TextStyle) {
    text(x, y, RichText(markup), style)
  }

  mutating func text(_ x: Double, _ y: Double, _ text: RichText, _ style: TextStyle) {
    let short = text.elided(to: width, size: style.size, isBold: style.isBold)
    guard !short.runs.isEmpty else { return }
    let free = box(x, y, short, style)
    let shift = free.left < 0 ? -free.left : Swift.min(width - free.right, 0)
    let drop = Swift.max(-free.top, 0)
    let (x, y) = (x + shift, y + drop)
    boxes.append((free.moved(shift, drop), short.plain))
    var start = "<text x=\"".bytes
    start.add(x)
    start.add("\" y=\"")
    start.add(y)
    start.append(0x22)
    switch style.anchor {
    case .start: break
    case .middle: start.add(" text-anchor=\"middle\"")
    case .end: start.add(" text-anchor=\"end\"")
    }
    if style.isBold { start.add(" font-weight=\"700\"") }
    start.add(" font-size=\"")
    start.add(style.size)
    start.append(0x22)
    let inside = Self.spans(short, style)
    let paper = Palette.light.hex(.bg)
    with { bytes in
      if style.hasHalo {
        bytes += start
        bytes.add(" class=\"f-bg s-bg\" fill=\"\(paper)\" stroke=\"\(paper)\"")
        bytes.add(" stroke-width=\"2.4\" stroke-linejoin=\"round\" aria-hidden=\"true\">")
        bytes += inside
        bytes.add("</text>\n")
      }
      bytes += start
      bytes.add(" class=\"f-\(style.tone.rawValue)\" fill=\"\(Palette.light.hex(style.tone))\">")
      bytes += inside
      bytes.add("</text>\n")
    }
  }

  /// Sets words of the data, moved inside of the paper.
  ///
  /// Leaves them out if they would lie on others.
  mutating func dataText(_ x: Double, _ y: Double, _ words: RichText, _ style: TextStyle) {
    let text = words.elided(to: width, size: style.size, isBold: style.isBold)
    guard !text.runs.isEmpty else { return }
    let box = box(x, y, text, style)
    let shift = box.left < 0 ? -box.left : Swift.min(width - box.right, 0)
    let place = box.moved(shift, 0)
    guard place.top >= 0, !boxes.contains(where: { $0.box.meets(place, across: -0.2, along: -0.4) })
    else {
      leftOut += 1
      return
    }
    self.text(x + shift, y, text, style)
  }

  private static func spans(_ text: RichText, _ style: TextStyle) -> [UInt8] {
    var (bytes, drop) = ([UInt8](), 0.0)
    for piece in text.pieces(size: style.size, isBold: style.isBold).pieces {
      let level = piece.level.drop * style.size
      let isSmall = piece.level != .base
      let isMoved = [UInt8].hundredths(piece.shift) != 0
      let isPlain = !isSmall && !isMoved && level == drop && !piece.isItalic
      if !isPlain {
        bytes.add("<tspan")
        if isMoved { bytes.add(" dx=", piece.shift) }
        if level != drop { bytes.add(" dy=", level - drop) }
        if isSmall { bytes.add(" font-size=", piece.level.size * style.size) }
        if piece.isItalic { bytes.add(" font-style=\"italic\"") }
        bytes.append(0x3E)
      }
      bytes.add(escaped: piece.text)
      if !isPlain { bytes.add("</tspan>") }
      drop = level
    }
    return bytes
  }
}

extension String {
  fileprivate var bytes: [UInt8] { Array(utf8) }
}

extension [UInt8] {
  fileprivate mutating func add(_ name: String, _ number: Double) {
    add(name)
    append(0x22)
    add(number)
    append(0x22)
  }
}
