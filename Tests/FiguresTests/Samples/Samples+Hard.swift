import Figures
import Numerics

extension Samples {
  /// Scenes with too many words for their room.
  static var hard: [Scene] {
    [long, words, lines(8, .beside), lines(6, .side), lines(9, .beside)]
  }

  private static var long: Scene {
    scene(
      "long",
      [
        block(
          [
            panel(
              axis("a label of the axis that is much too long for its figure, by far (kpc)", 0...1),
              axis("another label that is much too long for a column (km/s)", 0...123_456),
              [points([0.5], [1e5])], captions: [words("and a caption of quite some words")],
              note: "a note that nobody asked for but which has to be broken by its length")
          ],
          head: [
            head(
              [words("A heading that is rather long, so long that", .heading), words("it breaks")],
              [words("χ^{2}_{ν} = 1.234 of 999 points")])
          ])
      ],
      head: [
        head(
          [words("NGC7814 and friends of the Local Group", .heading)],
          [words("2,850 points, 128 galaxies", .note, .ink2)])
      ])
  }

  private static var words: Scene {
    let names = [
      "NFW", "Burkert", "pseudo-isothermal", "rational taper", "tanh taper", "linear", "quadrature",
    ]
    let at = names.indices.map(Double.init)
    let counts = at.map { 55 - 6 * $0 }
    return scene(
      "words",
      [
        block([
          panel(
            axis("", 0...1, scale: .words(names)), axis("galaxies", 0...60, grid: true),
            [
              bars(
                at.map { $0 - 0.3 }, at.map { $0 + 0.3 }, at.map { _ in 0 }, counts,
                Paint.series[0], texts: counts.map { "\(Int($0))" })
            ])
        ])
      ])
  }

  private static func lines(_ count: Int, _ labels: Panel.Labels) -> Scene {
    let at = steps(0.1, 10, 40)
    let marks = (0..<count).map { index in
      line(
        at, curve(at, 140 - Double(index) * 14, 1 + Double(index % 3)), Paint.series[index % 8],
        "model number \(index + 1)")
    }
    return scene(
      "lines-\(count)",
      [
        block([
          panel(
            axis("*R* (kpc)", 0...10), axis("*V* (km/s)", 0...150, grid: true), marks,
            labels: labels)
        ])
      ])
  }
}
