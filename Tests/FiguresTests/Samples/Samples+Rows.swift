import Figures
import Numerics

extension Samples {
  static func bars(
    _ from: [Double], _ to: [Double], _ base: [Double], _ top: [Double], _ paint: Paint,
    hollow: Bool = false, lies: Bool = false, opacity: Double = 1, texts: [String] = [],
    label: String = ""
  ) -> Mark {
    .bar(
      BarMark(
        from: from, to: to, base: base, top: top, isHollow: from.map { _ in hollow },
        isHorizontal: lies, paint: paint, opacity: opacity, texts: texts, label: label))
  }

  static func texts(
    _ x: [Double], _ y: [Double], _ texts: [String], _ anchor: TextMark.Anchor, _ tone: Tone
  ) -> Mark {
    .text(TextMark(x: x, y: y, texts: texts, anchor: anchor, tone: tone))
  }

  static var forest: Scene {
    let count = 40
    let names = (0..<count).map { "UGC\(10000 + $0 * 377)" }
    let values = (0..<count).map { $0 < 34 ? 2.9 * Elementary.exp(-Double($0) * 0.11) : 0.01 }
    let rows = (0..<count).map(Double.init)
    let ends = values.enumerated().map { index, value in
      index == 33 ? 0.004...0.09 : (value / 1.15)...(value * 1.15)
    }
    let free = Array(0..<34)
    let ink = Paint.plain
    let marks: [Mark] = [
      .band(
        BandMark(
          x: [0.3, 0.7], low: [-.infinity, -.infinity], high: [.infinity, .infinity], paint: ink,
          opacity: 0.06, label: "")),
      .rule(
        RuleMark(
          .x(0.434), paint: Paint(.k1, .dashed, .circle), width: 0.9, label: "median 0.434")),
      .point(
        PointMark(
          x: free.map { values[$0] }, y: free.map { rows[$0] }, xEnds: free.map { ends[$0] },
          yEnds: [], isHollow: free.map { _ in false }, paint: ink, size: .usual, label: "")),
      points(Array(values[34...]), Array(rows[34...]), hollow: true),
      texts([.infinity], [.infinity], ["Υ_{opt} (range)"], .end, .ink2),
      texts(
        free.map { _ in .infinity }, free.map { rows[$0] }, free.map { _ in "0.72 (0.59–0.87)" },
        .end, .ink),
      texts(
        rows[34...].map { _ in .infinity }, Array(rows[34...]),
        rows[34...].map { _ in "≤ 0.01, at bound" }, .end, .k2),
    ]
    return scene(
      "forest",
      [
        block(
          [
            panel(
              axis("Υ_{disk} (M/L at 3.6 μm)", 0.01...5, scale: .log),
              axis("", 0...1, scale: .words(names)), marks, frame: .none, labels: .beside)
          ],
          head: [
            head([words("Optimal Υ_{disk}", .heading)]),
            head([words("40 of 128 galaxies, evenly spread over the order", .note, .ink2)]),
          ])
      ])
  }

  static var deltaBIC: Scene {
    let edges = [500, 100, 10, 6, 2].map { "−\($0)" } + [2, 6, 10, 100, 500].map { "\($0)" }
    let at: [Double] = [1, 3, 6, 8, 10, 12, 14, 16, 19, 21]
    let ticks = zip(at, edges).map { Axis.Tick($0, $1) }
    func one(_ law: String, _ seed: Int, hasLabel: Bool) -> Block {
      let chance = noise(seed, 44)
      let solid = (0..<22).map { index -> Double in
        (14 * Elementary.exp(-Double((index - 10) * (index - 10)) / 20) + 4
          * chance[index].magnitude).rounded()
      }
      let more = (0..<22).map { (6 * chance[22 + $0].magnitude).rounded() }
      let paints = [Paint.series[0], Paint(.ink3, .solid, .circle), Paint.series[1]]
      let parts = [0..<10, 10..<12, 12..<22]
      let shade: [(Double, Double, Double)] = [
        (0, 6, 0.08), (6, 8, 0.05), (8, 10, 0.03), (12, 14, 0.03), (14, 16, 0.05), (16, 22, 0.08),
      ]
      var marks: [Mark] = shade.map { zone in
        .band(
          BandMark(
            x: [zone.0, zone.1], low: [0, 0], high: [.infinity, .infinity], paint: .plain,
            opacity: zone.2, label: ""))
      }
      for (paint, part) in zip(paints, parts) {
        let from = part.map(Double.init)
        marks.append(
          bars(from, from.map { $0 + 1 }, from.map { _ in 0 }, part.map { solid[$0] }, paint))
        marks.append(
          bars(
            from, from.map { $0 + 1 }, part.map { solid[$0] }, part.map { solid[$0] + more[$0] },
            paint, hollow: true))
      }
      marks.append(
        texts(
          [3, 7, 9, 13, 15, 19], Array(repeating: -.infinity, count: 6),
          ["very strong", "strong", "pos.", "pos.", "strong", "very strong"], .middle, .ink2))
      return block(
        [
          panel(
            axis(hasLabel ? "ΔBIC = BIC(halo) − BIC(taper)" : "", 0...22, ticks: ticks),
            axis("", 0...30, grid: true), marks, height: 82,
            captions: [
              words("\(law) 36", .strong, .k1), words("62 within 2", .label, .ink2),
              words("taper 67", .strong, .k2),
            ])
        ],
        foot: hasLabel
          ? [head([words("bins of 2 up to 10, then 20, 50, 100, 200, 500, 1000", .note, .ink2)])]
          : [])
    }
    return scene(
      "delta-bic", [one("NFW", 1, hasLabel: false), one("Burkert", 2, hasLabel: true)],
      head: [
        head([words("Halo or taper?", .heading), words("165 galaxies")]),
        head(
          [words("galaxies per bin", .note, .ink2)],
          [
            words(
              "a fit on a bound", .note, .ink2,
              sample: .bar(Paint(.ink2, .solid, .square), isHollow: true))
          ]),
      ])
  }

  static var flow: Scene {
    let names = [
      "in the catalogue", "at least 5 points", "*V*_{flat} is known", "luminosity is known",
      "surface brightness is known", "an offset can be measured", "how the optimum ended",
    ]
    let left: [Double] = [175, 171, 135, 135, 135, 128]
    let dropped: [Double] = [0, 4, 36, 0, 0, 7]
    let rows = left.indices.map(Double.init)
    func place(_ index: Int) -> (Double, Double) { (Double(index) - 0.22, Double(index) + 0.22) }
    func bar(_ indices: [Int], _ opacity: Double) -> Mark {
      bars(
        indices.map { place($0).0 }, indices.map { place($0).1 }, indices.map { _ in 0 },
        indices.map { left[$0] }, .plain, lies: true, opacity: opacity,
        texts: indices.map { "\(Int(left[$0]))" })
    }
    let lost = [1, 2, 5]
    let ends: [(Double, Double, Paint, String)] = [
      (0, 105, Paint.series[0], "105"), (105, 107, Paint.series[2], ""),
      (107, 110, Paint.series[3], ""),
    ]
    var marks = [
      bar([0, 1, 2, 5], 0.72), bar([3, 4], 0.3),
      bars(
        lost.map { place($0).0 }, lost.map { place($0).1 }, lost.map { left[$0] },
        lost.map { left[$0] + dropped[$0] }, Paint.series[1], hollow: true, lies: true),
      texts(
        lost.map { left[$0] + dropped[$0] + 4 }, lost.map { rows[$0] }, ["−4", "−36", "−7"], .start,
        .k2),
      texts([139, 139], [3, 4], ["none", "none"], .start, .ink2),
      texts(
        [0, 0, 0], [1.48, 2.48, 5.48],
        [
          "D512-2, NGC6789, UGC00634, UGC07232", "CamB, D564-8, ESO444-G084, F563-V1, …",
          "NGC4010, NGC4013, NGC4138, NGC5005, …",
        ],
        .start, .ink2),
      bars([5.78], [6.22], [110], [128], .plain, hollow: true, lies: true, texts: ["18"]),
    ]
    for end in ends {
      marks.append(
        bars(
          [5.78], [6.22], [end.0], [end.1], end.2, lies: true, texts: end.3.isEmpty ? [] : [end.3]))
    }
    return scene(
      "flow",
      [
        block(
          [
            panel(
              axis("", 0...205, ticks: []), axis("", 0...1, scale: .words(names)), marks,
              height: 133, frame: .none)
          ],
          head: [head([words("From 175 galaxies to 128 optima", .heading)])],
          foot: [
            head([
              words("interior", .note, .ink2, sample: .bar(Paint.series[0], isHollow: false)),
              words(
                "several zeros 2", .note, .ink2, sample: .bar(Paint.series[2], isHollow: false)),
              words("no zero 3", .note, .ink2, sample: .bar(Paint.series[3], isHollow: false)),
              words("at bound", .note, .ink2, sample: .bar(.plain, isHollow: true)),
            ])
          ])
      ])
  }

  static var coefficients: Scene {
    let names = [
      "intercept", "log *V*_{flat}", "log *L* of a long name that has to be cut somewhere", "type",
      "*i*",
    ]
    let x = [0.2, 0.45, -0.3, 0.02, -0.12]
    return scene(
      "coefficients",
      [
        block([
          panel(
            axis("coefficient (dex)", -0.6...0.6, grid: true),
            axis("", 0...1, scale: .words(names)),
            [
              .rule(RuleMark(.x(0), paint: .plain, width: 0.9, label: "")),
              .point(
                PointMark(
                  x: x, y: [0, 1, 2, 3, 4], xEnds: x.map { ($0 - 0.1)...($0 + 0.1) }, yEnds: [],
                  isHollow: x.map { _ in false }, paint: Paint.series[0], size: .usual, label: "")),
            ])
        ])
      ],
      notes: [
        "bars: 68 % from 1,000 bootstraps over galaxies; all variables standardised, so that coefficients compare"
      ])
  }

  static var series: Scene {
    let at = steps(1, 10, 7)
    let marks = Paint.series.enumerated().flatMap { index, paint -> [Mark] in
      let y = at.map { Double(index + 1) * 10 + $0 * Double(index - 3) }
      return [line(at, y, paint), points(at, y, paint, label: "series \(index + 1)")]
    }
    return scene(
      "series",
      [
        block([
          panel(
            axis("*x* (unit)", 0...14), axis("*y* (unit)", 0...150, grid: true), marks, labels: .key
          )
        ])
      ])
  }

  static var facets: Scene {
    let blocks = (0..<5).map { index -> Block? in
      let at = steps(1, 1000, 30).map { $0 * 1.1 }
      let y = zip(at, noise(index, 30)).map { $0 * 250 * (1.5 + $1) }
      return block(
        [
          panel(
            axis("mass (10^{9} M_{sun})", 1...2000, scale: .log),
            axis("number of everything (per unit)", 0...800_000),
            [points(at, y, Paint.series[index])])
        ], head: [head([words("facet \(index + 1)", .heading)])], density: .small)
    }
    return scene("facets", blocks, size: .page, perRow: 3)
  }
}
