extension Scene {
  /// The picture of the scene.
  package func drawn() -> Drawing {
    var plan = ScenePlan(self)
    plan.fit(to: size.points)
    var canvas = Canvas(id: id, width: size.points)
    let height = plan.draw(on: &canvas)
    return Drawing(canvas, height: (height * 10).rounded(.up) / 10, of: self)
  }
}

extension FigureSize {
  /// The width in points.
  package var points: Double { Double(millimetres) * 72 / 25.4 }
}
