/// The key of a density: what each strength of ink counts.
struct DensityKey {
  let label: RichText
  private let levels: DensityLevels
  private static let step = 13.5

  init(_ mark: DensityMark) {
    label = RichText(mark.label).elided(to: 120, size: TextStyle.floor, isBold: false)
    levels = DensityLevels(mark.counts)
  }

  var width: Double {
    Swift.max(
      label.width(size: TextStyle.floor, isBold: false), Self.step * Double(levels.least.count) + 4)
  }

  var height: Double { 22 }

  func draw(on canvas: inout Canvas, _ x: Double, _ top: Double) {
    canvas.text(x, top + 5, label, .plain(TextStyle.floor, .ink2))
    for (index, least) in levels.least.enumerated() {
      let left = x + Self.step * Double(index)
      canvas.rect(
        Box(left, top + 8.4, left + Self.step, top + 13.4),
        .fill(.ink, opacity: levels.opacities[index]))
      let text = least < 1000 ? "\(least)" : "\(least / 1000)k"
      canvas.text(left, top + 20, text, .plain(TextStyle.floor, .ink2))
    }
  }
}
