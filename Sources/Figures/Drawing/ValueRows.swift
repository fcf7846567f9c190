/// Fitted values in two columns, or in one where there is no room for two.
struct ValueRows {
  private let texts: [(text: RichText, isDoubtful: Bool)]
  private let columns: Int
  private let second: Double
  private let size: Double
  private let pitch: Double

  init(_ values: [Block.Value], width: Double, density: Block.Density) {
    size = density == .full ? TextStyle.tick : TextStyle.floor
    pitch = density == .full ? 9.4 : 8
    let size = size
    let texts = values.map { value in
      let room = width - (value.isDoubtful ? 6 : 0)
      let text = RichText(value.text).elided(to: room, size: size, isBold: false)
      return (text: text, isDoubtful: value.isDoubtful)
    }
    self.texts = texts
    let widths = texts.map {
      $0.text.width(size: size, isBold: false) + ($0.isDoubtful ? 6 : 0)
    }
    func widest(_ side: Int) -> Double {
      widths.indices.filter { $0 % 2 == side }.map { widths[$0] }.max() ?? 0.0
    }
    second = Swift.max(Swift.min(88, width * 0.5), widest(0) + 8)
    columns = second + widest(1) <= width ? 2 : 1
  }

  var height: Double { Double((texts.count + columns - 1) / columns) * pitch }

  func draw(on canvas: inout Canvas, _ x: Double, _ top: Double) {
    for (index, entry) in texts.enumerated() {
      let y = top + pitch * Double(index / columns + 1)
      var left = x + (index % columns == 1 ? second : 0)
      if entry.isDoubtful {
        var path = PathData()
        Shape(.circle, radius: 1.6).add(to: &path, left + 2, y - 2.2)
        canvas.path(path, .hollow(.ink, 0.6))
        left += 6
      }
      canvas.text(left, y, entry.text, .plain(size, entry.isDoubtful ? .t2 : .ink2))
    }
  }
}
