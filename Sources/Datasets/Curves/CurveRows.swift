import Galaxies
import Support

/// Reads rows of points as one curve a galaxy.
///
/// The rows of a galaxy stand together, innermost first. What a point may hold: a positive radius
/// that increases strictly; an observed speed, a disk and a bulge speed and surface brightnesses
/// that are not negative; any gas speed and any error, for an error that is not positive is
/// replaced before it is used.
struct CurveRows {
  /// Which column of a file holds which value.
  struct Layout {
    /// The label of the galaxy's name; `nil` where the file has a single galaxy of this name.
    var galaxyLabel: String?
    var galaxy = ""
    /// The label of the distance, if the file has one.
    var distanceLabel: String?
    /// Labels by the name of the ``PointColumn``; a column that is not here has no values.
    var labels: [String: String]
    /// The point columns in which a zero means that the value is missing.
    var zeroIsMissing: Set<String> = []
    /// The columns of surface densities, where they take the place of speeds.
    var densities: DensityColumns?
  }

  /// How many galaxies a file may have.
  private static let most = 100_000

  private let table: FieldTable
  private let mistakes: Mistakes
  private let columns: [NumberColumn?]
  private let distanceColumn: NumberColumn?
  private let galaxyPosition: Int?
  private let galaxy: String
  private let densities: DensityColumns?

  init(_ table: FieldTable, _ layout: Layout, _ mistakes: Mistakes) {
    self.table = table
    self.mistakes = mistakes
    galaxy = layout.galaxy
    densities = layout.densities
    galaxyPosition = layout.galaxyLabel.flatMap { table.position(of: $0) }
    distanceColumn = layout.distanceLabel.flatMap { label in
      table.position(of: label).map {
        NumberColumn(label: label, position: $0, rule: .positive, missing: .never)
      }
    }
    columns = PointColumn.all.map { column in
      layout.labels[column.name].flatMap { label in
        table.position(of: label).map {
          NumberColumn(
            label: label, position: $0, rule: column.rule,
            missing: layout.zeroIsMissing.contains(column.name) ? .zero : column.missing)
        }
      }
    }
  }

  /// The curves, in the order of the file.
  func curves() -> [NamedCurve] {
    var curves: [NamedCurve] = []
    var lastRows: [String: Int] = [:]
    var start = 0
    while start < table.rows.count {
      let name = name(start)
      if curves.count == Self.most {
        mistakes.add(
          "the file has more than \(Self.most.grouped) galaxies", table.source,
          table.span(ofRow: table.rows[start]))
        break
      }
      var end = start + 1
      while end < table.rows.count, self.name(end) == name { end += 1 }
      let first = table.rows[start]
      let span = galaxyPosition.map { first[$0].span } ?? table.span(ofRow: first)
      if GalaxyName.check(name, table.source, span, mistakes), let earlier = lastRows[name] {
        let line = table.source.line(of: table.span(ofRow: table.rows[earlier]).lowerBound)
        mistakes.add(
          "the rows of galaxy '\(name)' do not stand together", table.source, span,
          help: "other rows of it end at line \(line)")
      }
      lastRows[name] = end - 1
      let curve = curve(start..<end)
      curves.append(
        NamedCurve(
          galaxy: name, place: Place(table.source, span), distance: distance(start..<end),
          curve: curve,
          surfaceDensity: densities?.profiles(
            table.rows[start..<end], radius: curve.radius, of: table, mistakes)))
      start = end
    }
    return curves
  }

  private func name(_ row: Int) -> String {
    galaxyPosition.map { table.rows[row][$0].text } ?? galaxy
  }

  private func curve(_ rows: Range<Int>) -> RotationCurve {
    var curve = RotationCurve(
      radius: [], observedSpeed: [], observedSpeedError: [], gasSpeed: [], diskSpeed: [],
      bulgeSpeed: [], diskSurfaceBrightness: [], bulgeSurfaceBrightness: [])
    for (column, number) in zip(PointColumn.all, columns) {
      curve[keyPath: column.field] = rows.map { row in
        number?.value(in: table.rows[row], of: table.source, mistakes) ?? column.absent
      }
    }
    checkOrder(of: curve.radius, rows)
    return curve
  }

  private func checkOrder(of radii: [Double], _ rows: Range<Int>) {
    guard let column = columns[0] else { return }
    for i in radii.indices.dropFirst() where radii[i] <= radii[i - 1] {
      let field = table.rows[rows.lowerBound + i][column.position]
      let before = table.rows[rows.lowerBound + i - 1][column.position]
      mistakes.add(
        "'\(column.label)' must increase from row to row: '\(field.text)' follows '\(before.text)'",
        table.source, field.span, help: "sort the points of a galaxy by radius, each radius once")
    }
  }

  /// The distance of a galaxy, which is the same in all its rows.
  private func distance(_ rows: Range<Int>) -> Double {
    guard let distanceColumn else { return .nan }
    let values = rows.map {
      distanceColumn.value(in: table.rows[$0], of: table.source, mistakes)
    }
    let change = values.indices.dropFirst().first {
      values[$0] != values[0] && !values[0].isNaN && !values[$0].isNaN
    }
    if let change {
      let position = distanceColumn.position
      let here = table.rows[rows.lowerBound + change][position]
      mistakes.add(
        "the distance changes within a galaxy from '\(table.rows[rows.lowerBound][position].text)'"
          + " to '\(here.text)'", table.source, here.span)
    }
    return values[0]
  }
}

extension PointColumn {
  fileprivate var isSurfaceBrightness: Bool { name.hasPrefix("sb_") }

  fileprivate var rule: ValueRule {
    switch name {
    case "radius": .positive
    case "e_v_obs", "v_gas": .any
    default: .notNegative
    }
  }

  fileprivate var missing: NumberColumn.Missing { isSurfaceBrightness ? .empty : .never }

  /// The value of every point in a file without the column.
  fileprivate var absent: Double { isSurfaceBrightness ? .nan : 0 }
}
