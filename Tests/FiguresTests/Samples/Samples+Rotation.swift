import Figures
import Numerics

extension Samples {
  private static let radius = "*R* (kpc)"

  private static func rotationPanels(_ seed: Int, hollow: Bool, hasBulge: Bool) -> [Panel] {
    let fine = steps(0.6, 19.4, 120)
    let halo = curve(fine, 186, 5)
    let disk = fine.map { 180 * $0 / 5 * Elementary.exp(-0.5 * $0 / 5) * 0.8 }
    let gas = fine.map { 26 * Elementary.tanh(($0 - 7) / 5) * 0.9 }
    let bulge = fine.map { 262 / (1 + 0.13 * $0) }
    let total = fine.indices.map { index in
      let (h, d, g) = (halo[index], disk[index], gas[index])
      let b = hasBulge ? bulge[index] : 0
      return (h * h + d * d * 0.4 + g * abs(g) + b * b).squareRoot()
    }
    let at = steps(0.6, 19.4, 18)
    let model = at.map { x in total[min(119, Int((x - 0.6) / 18.8 * 119 + 0.5))] }
    let (error, shift) = (at.map { 3 + 18 / (1 + $0) }, noise(seed, 18).map { $0 * 4 })
    let observed = zip(model, shift).map { $0 + $1 }
    let residual = shift
    var marks = [
      line(fine, gas, Paint.series[2], "gas"), line(fine, disk, Paint.series[1], "disk"),
      line(fine, halo, Paint.series[0], "halo"),
    ]
    if hasBulge { marks.append(line(fine, bulge, Paint.series[3], "bulge")) }
    marks += [
      line(fine, total, .plain, "total", weight: .main),
      points(at, observed, error: error, hollow: hollow),
    ]
    let x = axis(radius, 0...19.8)
    return [
      panel(x, axis("*V* (km/s)", -24...300, grid: true), marks, labels: .beside),
      panel(
        x, axis("*V*_{obs} − *V* (km/s)", -10.8...10.8),
        [
          .rule(RuleMark(.y(0), paint: .plain, width: 0.9, label: "")),
          points(at, residual, error: error, hollow: hollow),
        ], height: 38),
    ]
  }

  static var rotation: Scene {
    let values = [
      Block.Value("*V*_{200} = 135.2 ± 7.3 km/s", isDoubtful: false),
      Block.Value("*c*_{200} = 17.2 ± 2.9", isDoubtful: false),
      Block.Value("Υ_{disk} = 0.51 ± 0.12", isDoubtful: false),
      Block.Value("Υ_{bulge} = 0.555 ± 0.049", isDoubtful: false),
      Block.Value("*D* = 14.27 ± 0.65 Mpc", isDoubtful: false),
      Block.Value("*i* = 90.0°, at its upper bound", isDoubtful: true),
    ]
    return scene(
      "rotation",
      [
        block(
          rotationPanels(3, hollow: true, hasBulge: true),
          head: [
            head(
              [words("NGC7814", .heading), words("NFW")], [words("χ^{2}_{ν} = 0.552")])
          ], values: values)
      ])
  }

  static var twoLaws: Scene {
    let blocks = ["NFW", "Burkert"].enumerated().map { index, law in
      block(
        rotationPanels(index + 7, hollow: index == 0, hasBulge: false),
        head: [head([words(law, .strong)], [words("χ^{2}_{ν} = \(index + 1).24")])],
        values: [
          Block.Value("*V*_{200} = 47.8 ± 1.1 km/s", isDoubtful: false),
          Block.Value("*c*_{200} = 1000, at its upper bound", isDoubtful: index == 0),
          Block.Value("Υ_{disk} = 0.43 ± 0.08", isDoubtful: false),
        ])
    }
    return scene(
      "two-laws", blocks, perRow: 2, head: [head([words("DDO154", .heading)])])
  }

  static var laws: Scene {
    let fine = steps(0.2, 20.9, 200)
    let names = ["rational taper", "tanh taper", "linear", "quadrature"]
    let order = [1, 0, 2, 3]
    let speeds = [
      fine.map { 130 * Elementary.tanh($0 / 2) - 0.05 * $0 * $0 * 0.4 },
      fine.map { 133 * $0 / ($0 + 0.8) },
      fine.map { 75 * Elementary.tanh($0 / 1) + 5.2 * $0 },
      fine.map { (5200 * Elementary.tanh($0) + 108 * $0 * $0).squareRoot() },
    ]
    let at = steps(0.3, 4, 40) + steps(4.5, 20.8, 26)
    let (error, shift) = (at.map { 2 + $0 / 4 }, noise(5, 66))
    let observed = zip(at, shift).map { 133 * $0 / ($0 + 0.8) + 5 * $1 }
    let x = axis(radius, 0...21.3)
    var marks = [
      line(fine, fine.map { 78 * $0 / ($0 + 1) - $0 }, Paint(.ink3, .solid, .circle), "baryons"),
      points(at, observed, error: error),
    ]
    for index in order.reversed() {
      marks.append(
        line(
          fine, speeds[index], Paint.series[index], names[index == 0 ? 1 : index == 1 ? 0 : index],
          weight: .main))
    }
    let strips = order.enumerated().map { rank, index in
      let residual = zip(at, observed).map { x, v in
        v - speeds[index][min(199, Int((x - 0.2) / 20.7 * 199))]
      }
      return panel(
        x, axis(rank == 0 ? "*V*_{obs} − *V* (km/s), the best law first" : "", -19...19),
        [
          .rule(RuleMark(.y(0), paint: Paint.series[index], width: 1.1, label: "")),
          points(at, residual, error: error),
        ], height: 26,
        captions: [
          words("\(names[rank]), χ^{2}_{ν} = \(12 + rank * 40)", .direct, Paint.series[index].tone)
        ])
    }
    return scene(
      "laws",
      [
        block(
          [panel(x, axis("*V* (km/s)", 0...235, grid: true), marks, height: 128, labels: .beside)]
            + strips,
          head: [
            head(
              [words("NGC2403", .heading), words("four laws")],
              [words("Υ_{disk} = 0.5, Υ_{bulge} = 0.7", .note, .ink2)])
          ])
      ])
  }

  static func gallery(of count: Int) -> Scene {
    let blocks = (0..<count).map { index -> Block? in
      let (end, top) = (3 + Double(index * index % 37) * 1.7, 30 + Double(index) * 9)
      let fine = steps(end / 20, end, 60)
      let at = steps(end / 20, end, 10 + index * 7 % 40)
      let scale = end / (3 + Double(index % 4))
      let total = curve(at, top, scale)
      let isHollow = index % 5 == 0
      let shift = noise(index, at.count)
      let marks = [
        line(
          fine, fine.map { top * 0.4 * $0 / end * Elementary.exp(1 - 2 * $0 / end) * 2 },
          Paint.series[1]),
        line(fine, curve(fine, top * 0.9, scale * 1.4), Paint.series[0]),
        line(fine, curve(fine, top, scale), .plain, weight: .main),
        points(
          at, zip(total, shift).map { $0 + $1 * top * 0.05 }, error: at.map { _ in top * 0.05 },
          hollow: isHollow),
      ]
      return block(
        [panel(axis("", 0...(end * 1.02)), axis("", 0...(top * 1.15)), marks)],
        head: [
          head(
            [words("NGC\(1000 + index * 37)", .heading)],
            [words("χ^{2}_{ν} \(index).\(index % 7)", .note, .ink2)])
        ],
        density: .small,
        foot: isHollow ? [head([words("*c*_{200} lower", .note, .k2)])] : [])
    }
    return scene(
      "gallery", blocks, size: .page, perRow: 6,
      head: [
        head(
          [words("NFW halo, free Υ, *D*, *i*", .heading)],
          [words("*V* (km/s) against *R* (kpc), by *V*_{flat}", .note, .ink2)])
      ],
      key: [
        KeyEntry("total", detail: "", .line(.plain, width: 1.4)),
        KeyEntry("halo", detail: "", .line(Paint.series[0], width: 0.9)),
        KeyEntry("baryons", detail: "", .line(Paint.series[1], width: 1)),
        KeyEntry("interior", detail: "", .point(.plain, isHollow: false)),
        KeyEntry("a parameter on a bound", detail: "", .point(.plain, isHollow: true)),
      ])
  }
}
