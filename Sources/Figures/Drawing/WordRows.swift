/// Words under an axis, in as many rows as they need to be read.
struct WordRows {
  let texts: [RichText]
  let count: Int
  /// Every how many words one is written.
  let step: Int

  /// - Returns: Nothing if x has no words.
  init?(_ axis: Axis, in frame: PanelFrame, size: Double) {
    guard case .words(let words) = axis.scale, axis.ticks == nil, !words.isEmpty else {
      return nil
    }
    let slot = frame.box.width / Double(words.count)
    let all = words.map { RichText($0) }
    let widest = all.map { $0.width(size: size, isBold: false) }.max() ?? slot
    let needed = (widest + 3) / slot
    count = needed <= 1 ? 1 : needed <= 2 ? 2 : 3
    step = Swift.max(1, Int((20 / (slot * Double(count))).rounded(.up)))
    let room = slot * Double(count * step) - 3
    texts = all.map { $0.elided(to: Swift.max(room, 12), size: size, isBold: false) }
  }
}
