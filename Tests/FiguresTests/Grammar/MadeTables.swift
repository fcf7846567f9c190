import Figures
import Support
import Tables
import Testing

/// Small tables with the columns that named figures draw.
enum MadeTables {
  static let galaxies = ["DDO154", "NGC2403", "UGC02885"]
  static let models = ["nfw", "burkert"]

  static let all = TableSet([
    catalogue, fits, curves(8, as: "curves"), curves(30, as: "curves.fine"), points, scan, search,
    fit, comparison, cuts, draws,
  ])

  /// A column of words.
  static func words(_ name: String, _ words: [String]) -> ColumnSchema {
    ColumnSchema(name, .word(words), "words")
  }

  static func table(
    _ name: String, axes: [String] = [], keys: [String], _ columns: [ColumnSchema],
    _ rows: [[Double]]
  ) -> Table {
    Table(TableSchema(name, axes: axes, keys: keys, columns: columns), rows: rows)
  }

  static func numbers(_ names: String...) -> [ColumnSchema] {
    names.map { name in
      ColumnSchema(name, unit: name.hasPrefix("v") ? "km / s" : "", "a number")
    }
  }

  static let catalogue = table(
    "galaxies", keys: ["galaxy"],
    [words("galaxy", galaxies)] + numbers("v_flat", "e_v_flat", "luminosity", "m_hi"),
    [[0, 47, 1, 0.05, 0.3], [1, 131, 3, 10, 3.2], [2, 290, 8, 400, 40]])

  /// The fit of the second galaxy with the first law lies on a bound.
  static let fits = table(
    "fits", keys: ["galaxy", "model"],
    [
      words("galaxy", galaxies), words("model", models),
      words("status", ["interior", "at_bound", "refused"]), words("bound", ["c200 lower"]),
    ] + numbers("chi2_reduced", "v200", "e_v200", "c200", "e_c200"),
    galaxies.indices.flatMap { galaxy in
      models.indices.map { model in
        let isOnBound = galaxy == 1 && model == 0
        return [
          Double(galaxy), Double(model), isOnBound ? 1 : 0, isOnBound ? 0 : .nan,
          1.5 + Double(galaxy) - 0.4 * Double(model), 60 + 40 * Double(galaxy),
          isOnBound ? .nan : 3, isOnBound ? 1 : 9 + Double(model), isOnBound ? .nan : 0.4,
        ]
      }
    })

  static func curves(_ count: Int, as name: String) -> Table {
    table(
      name, keys: ["galaxy", "model", "point"],
      [
        words("galaxy", galaxies), words("model", models),
        ColumnSchema("point", .integer, "number"),
      ]
        + [ColumnSchema("radius", unit: "kpc", "distance from the centre")]
        + numbers(
          "v_obs", "e_v_obs", "v_gas", "v_disk", "v_bulge", "v_bary", "v_extra", "v_model",
          "residual", "pull"),
      galaxies.indices.flatMap { galaxy in
        models.indices.flatMap { model in
          (1...count).map { point -> [Double] in
            let radius = 8 * Double(point) / Double(count)
            let total = 40 + 30 * Double(galaxy) + 5 * radius
            let residual = Double(point % 3) - 1 + 0.5 * Double(model)
            return [
              Double(galaxy), Double(model), Double(point), radius, total + residual, 2,
              10 + radius, 20 - radius, galaxy == 2 ? 30 : 0, 22, total - 22, total, residual,
              residual / 2,
            ]
          }
        }
      })
  }

  static let points = table(
    "points", keys: ["galaxy", "point"],
    [words("galaxy", galaxies), ColumnSchema("point", .integer, "number")] + [
      ColumnSchema("g_bar", unit: "m / s2", "of the baryons"),
      ColumnSchema("g_obs", unit: "m / s2", "observed"),
    ],
    (0..<60).map { point in
      let bary = 1e-12 * Double(1 + point * point)
      return [Double(point % 3), Double(point), bary, bary * (1 + 1 / Double(1 + point))]
    })

  /// The best cell is (0.6, 0.5); what is within 0.005 of it meets the right end.
  static let scan = table(
    "scan", axes: ["upsilon_disk", "upsilon_bulge"], keys: ["upsilon_disk", "upsilon_bulge"],
    numbers("upsilon_disk", "upsilon_bulge", "loo_r2"),
    (0..<5).flatMap { i in
      (0..<4).map { j in
        let (x, y) = (0.2 + 0.2 * Double(i), 0.3 + 0.2 * Double(j))
        return [x, y, 0.94 - 0.02 * ((x - 0.7) * (x - 0.7) + (y - 0.5) * (y - 0.5))]
      }
    })

  static let search = table(
    "joint", keys: [],
    numbers("upsilon_disk", "upsilon_bulge", "objective", "loo_r2")
      + [words("status", ["interior"])],
    [[0.65, 0.52, 0.9402, 0.9402, 0]])

  static let fit = table(
    "fit", keys: [], numbers("r2", "loo_r2", "const", "e_const", "log_v", "e_log_v"),
    [[0.9, 0.89, -3.4, 0.2, 1.7, 0.1]])

  static let comparison = table(
    "nfw_or_burkert", keys: ["galaxy"],
    [words("galaxy", galaxies)] + numbers("delta_bic")
      + [
        words("verdict", ["nfw", "burkert", "indistinguishable"]),
        words("bound_first", ["c200 lower"]), words("bound_second", ["c200 lower"]),
      ],
    [[0, -12, 0, .nan, .nan], [1, 3, 1, 0, .nan], [2, 0.5, 2, .nan, .nan]])

  static let cuts = table(
    "cut_flow", keys: ["step"],
    [
      ColumnSchema("step", .integer, "order"), words("rule", ["points >= 5", "v_flat > 0"]),
      words("kind", ["points", "galaxies"]),
    ] + numbers("before", "dropped", "after"),
    [[1, 0, 1, 5, 1, 4], [2, 1, 1, 4, 0, 4]])

  static let draws = table(
    "draws", keys: ["draw"],
    [ColumnSchema("draw", .integer, "number")] + numbers("v200", "c200"),
    (0..<400).map { draw in
      let (a, b) = (Double(draw % 20), Double(draw / 20))
      return [Double(draw), 30 + a + 0.1 * a * a, 10 + b - 0.2 * a]
    })

  /// A figure from its text.
  static func request(_ text: String) throws -> FigureRequest {
    let report = InputReport()
    let node = try #require(JSONParser.parse(SourceText(name: "figure", text: text), report))
    let request = FigureRequest.type.read(node, report)
    #expect(report.diagnostics.map(\.rendered) == [])
    return try #require(request)
  }

  /// The scenes of a figure from its text.
  static func scenes(_ text: String, from tables: TableSet = all) throws -> [Scene] {
    let (scenes, notes) = try request(text).scenes(from: tables, FigureFacts(run: "run"))
    #expect(notes == [])
    return scenes
  }

  /// The first panel of a figure from its text.
  static func panel(_ text: String, from tables: TableSet = all) throws -> Panel {
    try #require(try scenes(text, from: tables).first?.blocks.first??.panels.first)
  }
}
