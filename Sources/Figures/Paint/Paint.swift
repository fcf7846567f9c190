/// How the marks of a series look: colour, dash and symbol, which always go together.
package struct Paint: Equatable, Sendable {
  package var tone: Tone
  package var dash: Dash
  package var symbol: Symbol

  package init(_ tone: Tone, _ dash: Dash, _ symbol: Symbol) {
    (self.tone, self.dash, self.symbol) = (tone, dash, symbol)
  }

  /// Data that are no series: ink, solid, circles.
  package static let plain = Paint(.ink, .solid, .circle)

  /// How many series one set of axes may tell apart.
  package static var most: Int { series.count }

  /// The series in their order.
  ///
  /// Blue solid circles, vermillion dashed squares, green dotted diamonds, purple dash-dotted
  /// triangles, orange, sky; the last two are ink.
  package static let series = [
    Paint(.k1, .solid, .circle), Paint(.k2, .dashed, .square), Paint(.k3, .dotted, .diamond),
    Paint(.k4, .dashDotted, .triangle), Paint(.k5, .long, .wedge), Paint(.k6, .short, .star),
    Paint(.ink, .solid, .cross), Paint(.ink2, .dashed, .plus),
  ]
}
