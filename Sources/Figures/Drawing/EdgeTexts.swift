/// Words of the data that stand beside a panel, and how much room they need.
struct EdgeTexts {
  struct Entry {
    var text: String
    /// Along the side.
    var value: Double
    var tone: Tone
    var anchor: TextMark.Anchor
    /// Whether it stands at the corner where the sides meet.
    var isAtCorner: Bool
  }

  private(set) var atLeft: [Entry] = []
  private(set) var atRight: [Entry] = []
  private(set) var above: [Entry] = []
  private(set) var below: [Entry] = []

  init(_ panel: Panel) {
    for mark in panel.marks {
      switch mark {
      case .text(let mark):
        for index in mark.x.indices where index < mark.y.count && index < mark.texts.count {
          add(mark, index)
        }
      case .rule(let mark):
        if case .x(let value) = mark.place, value.isFinite, !mark.label.isEmpty,
          panel.labels != .none
        {
          above.append(
            Entry(
              text: mark.label, value: value, tone: mark.paint.tone.ofText, anchor: .middle,
              isAtCorner: false))
        }
      case .point, .line, .band, .bar, .cell, .density: break
      }
    }
  }

  private mutating func add(_ mark: TextMark, _ index: Int) {
    let (x, y) = (mark.x[index], mark.y[index])
    guard !x.isNaN, !y.isNaN else { return }
    var entry = Entry(
      text: mark.texts[index], value: y, tone: mark.tone.ofText, anchor: mark.anchor,
      isAtCorner: false)
    if y == .infinity || y == -.infinity {
      entry.value = x
      entry.isAtCorner = x.isInfinite
      if y > 0 { above.append(entry) } else { below.append(entry) }
    } else if x == .infinity {
      atRight.append(entry)
    } else if x == -.infinity {
      atLeft.append(entry)
    }
  }

  private static func widest(_ entries: [Entry], _ width: Double) -> Double {
    let widths = entries.map { RichText($0.text).width(size: TextStyle.tick, isBold: false) }
    return widths.max().map { Swift.min($0, width * 0.28) + 6 } ?? 0.0
  }

  /// What they need at the left and at the right of a block that wide.
  func left(of width: Double) -> Double { Self.widest(atLeft, width) }

  func right(of width: Double) -> Double {
    Self.widest(
      atRight + above.filter { $0.isAtCorner && $0.value > 0 && !atRight.isEmpty }, width)
  }
}
