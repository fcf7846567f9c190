import Figures
import Numerics

extension Samples {
  private static func relation(_ g: Double) -> Double {
    g / (1 - Elementary.exp(-(g / 1.2e-10).squareRoot()))
  }

  static var rar: Scene {
    let (low, high, floor) = (4e-13, 5.6e-9, 2.8e-12)
    var (x, y, counts) = ([ClosedRange<Double>](), [ClosedRange<Double>](), [Int]())
    let chance = noise(9, 10_000)
    for column in 0..<52 {
      for row in 0..<42 {
        let (a, b) = (-12.4 + 0.08 * Double(column), -11.56 + 0.08 * Double(row))
        let away = b - Elementary.log10(relation(Elementary.exp10(a)))
        let middle = (a + 10.4) / 1.2
        let expected = 40 * Elementary.exp(-away * away / 0.05 - middle * middle / 2)
        let count = Int(expected + chance[column * 42 + row] * 0.6 + 0.35)
        guard count > 0 else { continue }
        x.append(Elementary.exp10(a)...Elementary.exp10(a + 0.08))
        y.append(Elementary.exp10(b)...Elementary.exp10(b + 0.08))
        counts.append(count)
      }
    }
    let fine = steps(-12.4, -8.25, 100).map { Elementary.exp10($0) }
    let middles = steps(-11.8, -8.6, 13).map { Elementary.exp10($0) }
    let medians = middles.map { relation($0) }
    let medianMark = PointMark(
      x: middles, y: medians, xEnds: [], yEnds: medians.map { ($0 / 1.4)...($0 * 1.4) },
      isHollow: middles.map { _ in false }, paint: Paint.series[1], size: .large,
      label: "running median, 16–84 % of the points")
    let outside = points([2e-9, 1e-12, 7e-9, 3e-12], [8e-9, 1e-12, 4e-9, 2e-12])
    let axisX = axis("*g*_{bar} (m/s^{2})", low...high, scale: .log)
    let marks: [Mark] = [
      .density(DensityMark(x: x, y: y, counts: counts, label: "points per cell of 0.08 dex")),
      line([low, high], [low, high], Paint(.ink2, .dashed, .circle), "1 : 1"),
      line(
        fine, fine.map(relation), .plain, "relation, *g*_{†} = 1.2 × 10^{−10} m/s^{2}",
        weight: .outlined),
      .point(medianMark), outside,
    ]
    let shift = noise(2, 13).map { $0 * 0.03 }
    let lower: [Mark] = [
      .band(
        BandMark(
          x: middles, low: shift.map { $0 - 0.12 }, high: shift.map { $0 + 0.13 },
          paint: Paint.series[1], opacity: 0.16, label: "")),
      .rule(RuleMark(.y(0), paint: .plain, width: 1.1, label: "")),
      points(middles, shift, error: middles.map { _ in 0.02 }, Paint.series[1]),
    ]
    return scene(
      "rar",
      [
        block([
          panel(
            axisX, axis("*g*_{obs} (m/s^{2})", floor...high, scale: .log), marks, height: 170,
            labels: .key, captions: [words("2,850 points, 128 galaxies")]),
          panel(
            axisX, axis("log *g*_{obs} − log *g*_{relation} (dex)", -0.42...0.42, grid: true),
            lower,
            height: 52, captions: [words("rms 0.182 dex", .direct, .ink2)],
            note: "bars: error of the median, by resampling galaxies"),
        ])
      ])
  }

  static var sensitivity: Scene {
    var (x, y, values) = ([ClosedRange<Double>](), [ClosedRange<Double>](), [Double]())
    for row in 0..<21 {
      for column in 0..<21 {
        let (a, b) = (0.3 + 0.05 * Double(column), 0.3 + 0.05 * Double(row))
        x.append((a - 0.025)...(a + 0.025))
        y.append((b - 0.025)...(b + 0.025))
        values.append(0.9415 - 0.05 * (a - b) * (a - b) - 0.02 * (a - 0.9) * (a - 0.9))
      }
    }
    func mark(_ at: (Double, Double), _ symbol: Symbol) -> Mark {
      points([at.0], [at.1], Paint(.ink, .solid, symbol), size: .outline)
    }
    let marks: [Mark] = [
      .cell(CellMark(x: x, y: y, values: values, domain: 0.925...0.9415)),
      line([0.4, 0.7, 1.0, 1.3], [0.3, 0.38, 0.7, 1.0], .plain, weight: .outlined),
      line([0.3, 0.5, 0.9, 1.0], [0.42, 0.9, 1.25, 1.325], .plain, weight: .outlined),
      .rule(RuleMark(.edge(.top, 0.925...1.225), paint: Paint.series[1], width: 2.4, label: "")),
      .rule(RuleMark(.edge(.right, 1.075...1.225), paint: Paint.series[1], width: 2.4, label: "")),
      mark((0.9, 0.85), .square), mark((0.85, 0.83), .circle), mark((0.75, 0.8), .cross),
      mark((0.5, 0.7), .diamond),
    ]
    func entry(_ text: String, _ value: String, _ symbol: Symbol) -> KeyEntry {
      KeyEntry(text, detail: value, .outline(Paint(.ink, .solid, symbol)))
    }
    let key = [
      entry("best cell", "0.9415", .square), entry("search", "0.9418", .circle),
      entry("published", "0.9412", .cross), entry("usual", "0.9375", .diamond),
      KeyEntry(
        "the region meets the end of the grid", detail: "", .line(Paint.series[1], width: 2.4)),
    ]
    let map = block(
      [
        panel(
          axis("Υ_{disk}", 0.275...1.325), axis("Υ_{bulge}", 0.275...1.325), marks, frame: .full,
          labels: .side, key: key,
          bar: ColourBar(
            label: "LOO *R*^{2}", domain: 0.925...0.9415, isClampedBelow: true,
            isClampedAbove: false, mark: 0.9365))
      ],
      head: [
        head([words("LOO *R*^{2} over the grid", .heading)]),
        head([
          words("441 cells, 123 to 130 galaxies each; 176 within 0.005 of the best", .note, .ink2)
        ]),
      ])
    let at = steps(0.2, 1.5, 14)
    let best = at.map { 0.943 - 0.06 * ($0 - 0.7) * ($0 - 0.7) }
    let blue = Paint.series[0]
    func band(_ part: Double, _ opacity: Double, _ label: String) -> Mark {
      .band(
        BandMark(
          x: at, low: best.map { $0 - part * 1.6 }, high: best.map { $0 + part }, paint: blue,
          opacity: opacity, label: label))
    }
    let scan = block(
      [
        panel(
          axis("Υ_{disk}", 0.13...1.57), axis("LOO *R*^{2}", 0.845...0.977, grid: true),
          [
            band(0.025, 0.12, "95 %"), band(0.014, 0.22, "68 %"),
            line(at, best, blue, weight: .main), points(at, best, blue),
          ], labels: .beside),
        panel(
          axis("Υ_{disk}", 0.13...1.57), axis("", -0.5...0.5, scale: .words(["peak"])),
          [
            .bar(
              BarMark(
                from: [-0.02], to: [0.02], base: [0.4], top: [1.1], isHollow: [false],
                isHorizontal: true, paint: .plain, opacity: 1, texts: [], label: "")),
            .bar(
              BarMark(
                from: [-0.06], to: [0.06], base: [0.6], top: [0.8], isHollow: [false],
                isHorizontal: true, paint: .plain, opacity: 1, texts: [], label: "")),
            points([0.7], [0], hollow: true),
          ], height: 30, frame: .none),
      ],
      head: [
        head([words("The peak, on the same galaxies in every cell", .heading)]),
        head([words("122 galaxies, Υ_{bulge} = 0.7, 1,000 bootstraps over galaxies", .note, .ink2)]
        ),
      ])
    return scene("sensitivity", [map, scan], size: .page, perRow: 2)
  }

  static var corner: Scene {
    let labels = ["*V*_{200}", "*c*_{200}", "Υ_{disk}", "*D*"]
    let units = [" (km/s)", "", "", " (Mpc)"]
    let middles = [34.9, 18.2, 0.43, 4.05]
    let errors = [0.93, 0.97, 0.08, 0.2]
    func domain(_ index: Int) -> ClosedRange<Double> {
      (middles[index] - 3 * errors[index])...(middles[index] + 3 * errors[index])
    }
    let blue = Paint.series[0]
    var blocks: [Block?] = []
    for row in 0..<4 {
      for column in 0..<4 {
        guard column <= row else {
          blocks.append(nil)
          continue
        }
        let isLast = row == 3
        let xAll = axis(labels[column] + units[column], domain(column))
        let x = isLast ? xAll : axis("", domain(column), ticks: silent(xAll))
        if row == column {
          let at = steps(domain(row).lowerBound, domain(row).upperBound, 60)
          let height = at.map { gauss(($0 - middles[row]) / errors[row]) }
          let within = at.indices.filter { abs(at[$0] - middles[row]) <= errors[row] }
          blocks.append(
            block(
              [
                panel(
                  x, axis("", 0...1.12, ticks: []),
                  [
                    .band(
                      BandMark(
                        x: within.map { at[$0] }, low: within.map { _ in 0 },
                        high: within.map { height[$0] }, paint: blue, opacity: 0.22, label: "")),
                    line(at, height, blue, weight: .main),
                    line([middles[row], middles[row]], [0, 1], blue),
                  ]
                    + (row > 1
                      ? [
                        line(
                          at,
                          at.map { 0.7 * gauss(($0 - middles[row] - 0.03) / errors[row] / 1.6) },
                          Paint(.ink2, .dashed, .circle))
                      ] : []),
                  frame: .none)
              ],
              head: [
                head([
                  words("\(middles[row])", .strong),
                  words("^{+\(errors[row])}_{−\(errors[row])}", .note, .ink2),
                ])
              ],
              density: .tiny))
          continue
        }
        let yAll = axis(column == 0 ? labels[row] : "", domain(row))
        let y = column == 0 ? yAll : axis("", domain(row), ticks: silent(yAll))
        func ring(_ size: Double) -> ([Double], [Double]) {
          let turn = steps(0, 2 * Double.pi, 60)
          return (
            turn.map { middles[column] + size * errors[column] * Elementary.cos($0) },
            turn.map {
              middles[row] + size * errors[row]
                * (0.5 * Elementary.cos($0) + 0.8 * Elementary.sin($0))
            }
          )
        }
        let marks = [(2.4, 0.14), (1.5, 0.26)].map { size, fill in
          var mark = LineMark(
            x: ring(size).0, y: ring(size).1, paint: blue, weight: .component, label: "")
          mark.fill = fill
          return Mark.line(mark)
        }
        let quiet = Paint(.ink3, .solid, .circle)
        blocks.append(
          block(
            [
              panel(
                x, y,
                marks + [
                  .rule(RuleMark(.x(middles[column]), paint: quiet, width: 0.35, label: "")),
                  .rule(RuleMark(.y(middles[row]), paint: quiet, width: 0.35, label: "")),
                ])
            ], density: .tiny))
      }
    }
    return scene(
      "corner", blocks, perRow: 4,
      head: [
        head([words("DDO154, Burkert halo", .heading)]),
        head([words("660,000 draws, effective size 6,796", .note, .ink2)]),
        head([words("bold: median; beside it 16 and 84 %", .note, .ink2)]),
        head([words("contours: 68 and 95 %", .note, .ink2)]),
      ], key: [KeyEntry("prior", detail: "", .line(Paint(.ink2, .dashed, .circle), width: 0.8))])
  }

  private static func gauss(_ x: Double) -> Double { Elementary.exp(-0.5 * x * x) }

  private static func silent(_ axis: Axis) -> [Axis.Tick] {
    let step = (axis.domain.upperBound - axis.domain.lowerBound) / 3
    return [1, 2].map { Axis.Tick(axis.domain.lowerBound + step * Double($0), "") }
  }
}
