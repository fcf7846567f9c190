/// A key: samples with their words, one below the other.
struct KeyRows {
  let entries: [KeyEntry]
  let size: Double
  let width: Double
  let height: Double
  private let lines: [[RichText]]
  private let details: [[RichText]]

  /// - Parameters:
  ///   - entries: From top to bottom.
  ///   - size: Of the words.
  ///   - most: How wide it may be; longer words are broken.
  init(_ entries: [KeyEntry], size: Double, most: Double) {
    (self.entries, self.size) = (entries, size)
    let room = Swift.max(most - Self.indent, 20)
    let lines = entries.map { RichText($0.text).lines(to: room, size: size, isBold: false) }
    let details = entries.map { entry in
      entry.detail.isEmpty
        ? [] : RichText(entry.detail).lines(to: room, size: TextStyle.floor, isBold: false)
    }
    self.lines = lines
    self.details = details
    let widths =
      lines.joined().map { $0.width(size: size, isBold: false) }
      + details.joined().map { $0.width(size: TextStyle.floor, isBold: false) }
    width = Self.indent + (widths.max() ?? 10)
    height = entries.indices.reduce(0) { sum, index in
      sum + Self.height(lines[index].count, details[index].count)
    }
  }

  private static let indent = 17.0

  private static func height(_ lines: Int, _ details: Int) -> Double {
    11.5 + 7.6 * Double(lines - 1 + details) - (details > 0 ? 1 : 0)
  }

  /// Draws it with its left upper corner at a place.
  func draw(on canvas: inout Canvas, _ x: Double, _ top: Double) {
    var y = top + 8
    for (index, entry) in entries.enumerated() {
      canvas.sample(entry.sample, x, y, width: 13)
      var baseline = y
      for line in lines[index] {
        canvas.text(x + Self.indent, baseline, line, .plain(size, entry.sample.paint.tone.ofText))
        baseline += 7.6
      }
      for line in details[index] {
        canvas.text(x + Self.indent, baseline, line, .plain(TextStyle.floor, .ink2))
        baseline += 7.6
      }
      y += Self.height(lines[index].count, details[index].count)
    }
  }
}
