/// Words at places.
package struct TextMark: Sendable {
  /// Shape `[n]` each.
  ///
  /// Beyond an end of an axis they stand beside the panel: −∞ at its left or
  /// bottom, +∞ at its right or top.
  package var x: [Double]
  package var y: [Double]
  /// In the markup of labels; shape `[n]`.
  package var texts: [String]
  package var anchor: Anchor
  /// A tone of text.
  package var tone: Tone

  package init(x: [Double], y: [Double], texts: [String], anchor: Anchor, tone: Tone) {
    self.x = x
    self.y = y
    self.texts = texts
    self.anchor = anchor
    self.tone = tone
  }

  /// Which part of the words stands at the place.
  package enum Anchor: Sendable {
    case start, middle, end
  }
}
