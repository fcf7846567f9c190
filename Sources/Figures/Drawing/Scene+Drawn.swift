extension Scene {
  /// The picture of the scene.
  package func drawn() -> Drawing {
    let plan = ScenePlan.fitted(self)
    var canvas = Canvas(id: id, width: size.points)
    let end = plan.draw(on: &canvas)
    let height = canvas.boxes.reduce(end) { Swift.max($0, $1.box.bottom) }
    return Drawing(canvas, height: (height * 10).rounded(.up) / 10, of: self)
  }
}

extension FigureSize {
  /// The width in points.
  package var points: Double { Double(millimetres) * 72 / 25.4 }
}
