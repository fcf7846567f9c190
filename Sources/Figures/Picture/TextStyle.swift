/// How words look, and which part of them stands at their place.
struct TextStyle {
  var size: Double
  var isBold: Bool
  var tone: Tone
  var anchor: Anchor
  /// Whether paper is around the letters, so that they can be read on top of lines.
  var hasHalo: Bool

  enum Anchor { case start, middle, end }

  static func plain(_ size: Double, _ tone: Tone) -> TextStyle { plain(size, tone, .start) }

  static func plain(_ size: Double, _ tone: Tone, _ anchor: Anchor) -> TextStyle {
    TextStyle(size: size, isBold: false, tone: tone, anchor: anchor, hasHalo: false)
  }

  static func bold(_ size: Double, _ tone: Tone) -> TextStyle {
    TextStyle(size: size, isBold: true, tone: tone, anchor: .start, hasHalo: false)
  }

  /// The smallest size, that of ticks and notes, of labels beside lines, of labels, of headings.
  static let (floor, note, tick, direct, label, heading) = (6.0, 6.2, 6.5, 6.8, 7.5, 8.5)
}
