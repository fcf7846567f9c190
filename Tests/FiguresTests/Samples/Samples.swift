import Figures
import Numerics
import Testing

extension Scene: CustomTestStringConvertible {
  package var testDescription: String { id }
}

/// Scenes made by hand that look like the figures of the program.
enum Samples {
  static var all: [Scene] {
    [
      rotation, twoLaws, laws, gallery(of: 30), rar, sensitivity, forest, deltaBIC, flow, corner,
      coefficients, series, facets,
    ]
  }

  static func axis(
    _ label: String, _ domain: ClosedRange<Double>, scale: Axis.Scale = .linear, grid: Bool = false,
    ticks: [Axis.Tick]? = nil
  ) -> Axis {
    Axis(label: label, scale: scale, domain: domain, hasGrid: grid, ticks: ticks)
  }

  static func panel(
    _ x: Axis, _ y: Axis, _ marks: [Mark], height: Double? = nil, frame: Panel.Frame = .axes,
    labels: Panel.Labels = .none, key: [KeyEntry] = [], captions: [HeadLine.Phrase] = [],
    note: String? = nil, bar: ColourBar? = nil
  ) -> Panel {
    Panel(
      x: x, y: y, height: height, frame: frame, marks: marks, labels: labels, key: key,
      captions: captions, note: note, colourBar: bar)
  }

  static func block(
    _ panels: [Panel], head: [HeadLine] = [], values: [Block.Value] = [], share: Double = 1,
    density: Block.Density = .full, foot: [HeadLine] = []
  ) -> Block {
    Block(head: head, values: values, panels: panels, share: share, density: density, foot: foot)
  }

  static func scene(
    _ id: String, _ blocks: [Block?], size: FigureSize = .column, perRow: Int = 1,
    head: [HeadLine] = [], key: [KeyEntry] = [], notes: [String] = []
  ) -> Scene {
    Scene(
      id: id, title: "Sample \(id)", summary: "Made by hand.", size: size, head: head,
      blocks: blocks, blocksPerRow: perRow, key: key, notes: notes)
  }

  static func words(
    _ text: String, _ weight: HeadLine.Weight = .label, _ tone: Tone = .ink,
    sample: KeyEntry.Sample? = nil
  ) -> HeadLine.Phrase {
    HeadLine.Phrase(text, weight, tone, sample: sample)
  }

  static func head(_ left: [HeadLine.Phrase], _ right: [HeadLine.Phrase] = []) -> HeadLine {
    HeadLine(left: left, right: right)
  }

  static func steps(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
    (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
  }

  static func line(
    _ x: [Double], _ y: [Double], _ paint: Paint, _ label: String = "",
    weight: LineMark.Weight = .component
  ) -> Mark {
    .line(LineMark(x: x, y: y, paint: paint, weight: weight, label: label))
  }

  static func points(
    _ x: [Double], _ y: [Double], error: [Double]? = nil, hollow: Bool = false,
    _ paint: Paint = .plain, size: PointMark.Size = .usual, label: String = ""
  ) -> Mark {
    .point(
      PointMark(
        x: x, y: y, xEnds: [],
        yEnds: error.map { zip(y, $0).map { ($0 - $1)...($0 + $1) } } ?? [],
        isHollow: x.map { _ in hollow }, paint: paint, size: size, label: label))
  }

  /// Numbers between −1 and 1 that look like chance and are the same every time.
  static func noise(_ seed: Int, _ count: Int) -> [Double] {
    var state = UInt64(seed &* 2_654_435_761 &+ 12345)
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(1 << 30) - 1
    }
  }

  static func curve(_ x: [Double], _ top: Double, _ scale: Double) -> [Double] {
    x.map { top * Elementary.tanh($0 / scale) }
  }
}
