extension RichText {
  /// Characters as they are set, after a shift to the right.
  ///
  /// Renderers trim spaces at the edges of elements, so that such spaces are shifts of the next
  /// piece. A lower index right behind an upper one stands under it.
  struct Piece {
    var text: Substring
    var level: Level
    var isItalic: Bool
    var shift: Double
  }

  /// The pieces, and how wide all of them are.
  func pieces(size: Double, isBold: Bool) -> (pieces: [Piece], width: Double) {
    var (pieces, cursor, end, gap) = ([Piece](), 0.0, 0.0, 0.0)
    var stacked = (start: 0.0, isOpen: false)
    for run in runs {
      let em = size * run.level.size
      let head = run.text.prefix { $0 == " " }
      let core = run.text.dropFirst(head.count)
      let tail = core.reversed().prefix { $0 == " " }.count
      let text = core.dropLast(tail)
      let space = 0.278 * em
      gap += space * Double(head.count)
      guard !text.isEmpty else {
        stacked.isOpen = false
        continue
      }
      let width = Self.width(text, isBold: isBold) * em / 1000
      let isUnder =
        stacked.isOpen && gap == 0 && run.level != .base && pieces.last?.level != run.level
      let start = isUnder ? stacked.start : end + gap
      pieces.append(
        Piece(text: text, level: run.level, isItalic: run.isItalic, shift: start - cursor))
      cursor = start + width
      end = Swift.max(end, cursor)
      gap = space * Double(tail)
      stacked = (start, run.level != .base && !isUnder && tail == 0)
    }
    return (pieces, end + gap)
  }

  /// How wide it is, in the unit of the size.
  package func width(size: Double, isBold: Bool) -> Double {
    if runs.count == 1, runs[0].level == .base {
      return Self.width(runs[0].text[...], isBold: isBold) * size / 1000
    }
    return pieces(size: size, isBold: isBold).width
  }

  static func width(_ text: Substring, isBold: Bool) -> Double {
    var sum = 0
    for scalar in text.unicodeScalars { sum += Helvetica.width(of: scalar, isBold: isBold) }
    return Double(sum)
  }
}
