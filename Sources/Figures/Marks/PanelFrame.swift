/// A panel on the paper: its rectangle, and from values to places in it.
struct PanelFrame {
  let box: Box
  let x: AxisScale
  let y: AxisScale
  let sizes: MarkSizes

  init(_ panel: Panel, box: Box, density: Block.Density) {
    self.box = box
    x = AxisScale(panel.x, from: box.left, to: box.right)
    if case .words = panel.y.scale {
      y = AxisScale(panel.y, from: box.top, to: box.bottom)
    } else {
      y = AxisScale(panel.y, from: box.bottom, to: box.top)
    }
    sizes = MarkSizes(density, height: box.height, isTable: panel.frame == .none)
  }

  func holds(_ x: Double, _ y: Double) -> Bool { self.x.holds(x) && self.y.holds(y) }

  /// The rectangle between values, no larger than the panel.
  func rectangle(_ x0: Double, _ x1: Double, _ y0: Double, _ y1: Double) -> Box? {
    let places = (x.clamped(x0), x.clamped(x1), y.clamped(y0), y.clamped(y1))
    guard places.0.isFinite, places.1.isFinite, places.2.isFinite, places.3.isFinite else {
      return nil
    }
    return Box(
      Swift.min(places.0, places.1), Swift.min(places.2, places.3),
      Swift.max(places.0, places.1), Swift.max(places.2, places.3))
  }

  /// The parts of a line without gaps, thinned; values that are missing break it.
  func pieces(_ xs: [Double], _ ys: [Double]) -> [[Polyline.Point]] {
    var (pieces, piece) = ([[Polyline.Point]](), [Polyline.Point]())
    for (a, b) in zip(xs, ys) {
      let place = (x: a.isFinite ? x(a) : .nan, y: b.isFinite ? y(b) : .nan)
      if place.x.isFinite, place.y.isFinite {
        piece.append((Self.near(place.x), Self.near(place.y)))
      } else if !piece.isEmpty {
        pieces.append(piece)
        piece = []
      }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces.map { Polyline.thinned($0, tolerance: sizes.tolerance) }
  }

  /// No farther away than numbers of a path go.
  private static func near(_ place: Double) -> Double { Swift.min(Swift.max(place, -9999), 9999) }

  func leaves(_ points: [Polyline.Point]) -> Bool {
    points.contains { !box.contains($0.x, $0.y, margin: 0.05) }
  }
}
