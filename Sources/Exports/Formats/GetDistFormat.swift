import Tables

/// Chains as getdist reads them.
///
/// - SeeAlso: Lewis 2019, arXiv:1910.13970; the files are those of CosmoMC.
enum GetDistFormat: FolderFormat {
  static let name = "getdist"
  static let suffix = "getdist"
  static let summary =
    "a folder of chains for getdist: of each cell, galaxy and model a `.txt`, `.paramnames` and "
    + "`.ranges`"
  static let rules = [
    "Only tables of draws are written, one at a time: `draws`, or `draws_weighted`.",
    "The first column of a chain is the weight, the second -ln of the likelihood of the speeds: "
      + "the prior is not in it. Where a draw has the likelihood zero, -ln is 1e30.",
    "A chain has the quantities that its model has; a draw that lacks one of them is refused.",
    "`.ranges` has the bounds that hold for every galaxy; those that the catalogue gives are `N`.",
    "In names of chains other characters than letters, digits, `+`, `-`, `_` and `=` are `_`; "
      + "points in them are `p`.",
  ]

  static let tables = "tables of draws, which a run has where \"outputs\" names them"

  static func takes(_ table: TableSchema) -> Bool { DrawUnits.isShape(of: table) }

  static func mistakes(in tables: [ExportedTable]) throws -> [String] {
    guard tables.count == 1 else {
      return ["chains are those of one table, and \(tables.count) are named"]
    }
    return try tables.compactMap { DrawUnits(try $0.whole()) }.flatMap { draws in
      draws.units.compactMap { Chain(draws, $0).mistake }
    }
  }

  static func write(
    _ tables: [ExportedTable], _ options: ExportOptions,
    file: (_ path: String, _ bytes: [UInt8]) throws -> Void
  ) throws {
    for table in tables {
      guard let draws = DrawUnits(try table.rounded(to: options.digits).whole()) else { continue }
      let names = ASCIIText.distinct(draws.units.map { name(of: $0, in: draws) })
      for (name, unit) in zip(names, draws.units) {
        let chain = Chain(draws, unit)
        let ranges = options.ranges[draws.text(draws.model, of: unit), default: [:]]
        try file("\(name).txt", chain.bytes)
        try file("\(name).paramnames", Array(chain.parameterNames.utf8))
        try file("\(name).ranges", Array(chain.ranges(ranges).utf8))
      }
    }
  }

  /// `UGC02885_nfw_upsilon_disk=0p5`: getdist takes what stands behind a point for an ending.
  private static func name(of unit: DrawUnits.Unit, in draws: DrawUnits) -> String {
    let axes = draws.axes.map { axis in
      "\(draws.table.schema.columns[axis].name)=\(draws.text(axis, of: unit))"
    }
    let parts = [draws.galaxy, draws.model].map { draws.text($0, of: unit) } + axes
    return parts.joined(separator: "_").unicodeScalars.map { scalar in
      switch scalar {
      case ".": "p"
      case "+", "-", "=": String(scalar)
      default: ASCIIText.isOfName(scalar) ? String(scalar) : "_"
      }
    }.joined()
  }
}
