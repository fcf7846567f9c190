import Galaxies
import Support

/// Reads rows of points as one curve a galaxy.
///
/// Rows of a galaxy are gathered wherever they stand and sorted by radius; a row at radius zero,
/// which tells nothing, is left out; all that is counted. What a point may hold: a radius that is
/// not negative, each once where surface densities are integrated; an observed speed, a disk and a
/// bulge speed and surface brightnesses that are not negative; any gas speed and any error, for an
/// error that is not positive is replaced before it is used.
struct CurveRows {
  /// How many galaxies a file may have.
  private static let most = 100_000

  private let table: FieldTable
  private let columns: CurveColumns
  /// The distance of a galaxy as the catalogue or the spec has it, Mpc; NaN where they do not.
  private let knownDistance: (String) -> Double
  private let mistakes: Mistakes
  private(set) var counts = CurveCounts()

  init(
    _ table: FieldTable, _ columns: CurveColumns, _ mistakes: Mistakes,
    knownDistance: @escaping (String) -> Double = { _ in .nan }
  ) {
    self.table = table
    self.columns = columns
    self.mistakes = mistakes
    self.knownDistance = knownDistance
  }

  /// The curves, in the order in which the file names their galaxies.
  mutating func curves() -> [NamedCurve] {
    var order: [String] = []
    var rows: [[Int]] = []
    var positions: [String: Int] = [:]
    var scattered: Set<Int> = []
    // Rows of a galaxy mostly stand together.
    var latest = -1
    for row in table.rows.indices {
      let name = name(row)
      if latest < 0 || order[latest] != name {
        if let position = positions[name] {
          latest = position
        } else {
          guard GalaxyName.check(name, table.source, nameSpan(row), mistakes) else { continue }
          if order.count == Self.most {
            mistakes.add(
              "the file has more than \(Self.most.grouped) galaxies", table.source, nameSpan(row))
            break
          }
          latest = order.count
          positions[name] = latest
          order.append(name)
          rows.append([])
        }
      }
      if let last = rows[latest].last, last != row - 1 { scattered.insert(latest) }
      rows[latest].append(row)
    }
    counts.gathered = scattered.count
    return zip(order, rows).compactMap { curve($0, $1) }
  }

  /// What is to be said of the rows, one sentence each.
  var notes: [String] { counts.notes }

  private func name(_ row: Int) -> String {
    switch columns.names {
    case .column(let position): table.rows[row][position].text
    case .one(let name): name
    }
  }

  private func nameSpan(_ row: Int) -> Range<Int> {
    switch columns.names {
    case .column(let position): table.rows[row][position].span
    case .one: table.span(ofRow: table.rows[row])
    }
  }

  private mutating func curve(_ name: String, _ rows: [Int]) -> NamedCurve? {
    guard let radius = columns.numbers["radius"] else { return nil }
    let before = mistakes.count
    let distance = distance(rows)
    var radii = values(radius, rows)
    if let angle = columns.angle {
      let known = distance.isNaN ? knownDistance(name) : distance
      if known.isNaN {
        mistakes.add(
          "radii in '\(angle.text)' need the distance of '\(name)'", table.source, angle.span,
          help: "give a catalogue with its distance, or \"distance\" beside \"path\"")
      }
      radii = radii.map { Self.length(of: $0, at: known) }
    }
    var places = rows.indices.filter { radii[$0] != 0 }
    counts.centres += rows.count - places.count
    if zip(places, places.dropFirst()).contains(where: { radii[$0] > radii[$1] }) {
      counts.sorted += 1
      places = places.enumerated().sorted {
        (radii[$0.element], $0.offset) < (radii[$1.element], $1.offset)
      }
      .map(\.element)
    }
    let repeats = zip(places, places.dropFirst()).filter { radii[$0] == radii[$1] }
    if columns.densities != nil, let repeated = repeats.first {
      mistakes.add(
        "a second surface density at the radius of another point", table.source,
        table.span(ofRow: table.rows[rows[repeated.1]]),
        help: "surface densities are integrated: give each radius once")
    }
    counts.repeated += repeats.count
    guard !places.isEmpty || mistakes.count > before else {
      mistakes.add(
        "galaxy '\(name)' has no point outside its centre", table.source, nameSpan(rows[0]))
      return nil
    }
    let kept = places.map { rows[$0] }
    let curve = curve(kept, radii: places.map { radii[$0] })
    checkErrors(of: curve, name, kept, mistakes.count > before)
    return NamedCurve(
      galaxy: name, place: Place(table.source, nameSpan(rows[0])), distance: distance, curve: curve,
      surfaceDensity: columns.densities?.profiles(
        kept, radius: curve.radius, of: table, mistakes))
  }

  /// The length in kpc of an angle in degrees at a distance in Mpc.
  private static func length(of angle: Double, at distance: Double) -> Double {
    angle * (Double.pi / 180) * distance * 1000
  }

  private func values(_ column: NumberColumn, _ rows: [Int]) -> [Double] {
    rows.map { column.value(inRow: $0, of: table, mistakes) }
  }

  private func curve(_ rows: [Int], radii: [Double]) -> RotationCurve {
    var curve = RotationCurve(
      radius: radii, observedSpeed: [], observedSpeedError: [], gasSpeed: [], diskSpeed: [],
      bulgeSpeed: [], diskSurfaceBrightness: [], bulgeSurfaceBrightness: [])
    for column in PointColumn.all where column.name != "radius" {
      curve[keyPath: column.field] =
        columns.numbers[column.name].map { values($0, rows) }
        ?? [Double](repeating: column.absent, count: rows.count)
    }
    return curve
  }

  /// A curve of which no error is positive says nothing of how well it is known.
  private func checkErrors(
    of curve: RotationCurve, _ name: String, _ rows: [Int], _ isWrong: Bool
  ) {
    guard !isWrong, let first = rows.first, let column = columns.numbers["e_v_obs"],
      curve.observedSpeedError.allSatisfy({ $0 <= 0 })
    else { return }
    mistakes.add(
      "no point of galaxy '\(name)' has a positive error", table.source,
      column.span(inRow: first, of: table),
      help: "give errors, or declare one for all with format \"table\": "
        + #""columns": {"e_v_obs": {"value": 5}}"#)
  }

  /// The distance of a galaxy, which is the same in all its rows.
  private func distance(_ rows: [Int]) -> Double {
    guard let column = columns.distance else { return .nan }
    let values = values(column, rows)
    let change = values.indices.dropFirst().first {
      values[$0] != values[0] && !values[0].isNaN && !values[$0].isNaN
    }
    if let change {
      mistakes.add(
        "the distance changes within a galaxy from "
          + "'\(column.spelling(inRow: rows[0], of: table))' to "
          + "'\(column.spelling(inRow: rows[change], of: table))'", table.source,
        column.span(inRow: rows[change], of: table))
    }
    return values[0]
  }
}

extension PointColumn {
  private var isSurfaceBrightness: Bool { name.hasPrefix("sb_") }

  /// What a value of a point may be.
  var rule: ValueRule {
    switch name {
    case "e_v_obs", "v_gas": .any
    case "v_obs": .speed
    default: .notNegative
    }
  }

  /// How a missing value of a point is written.
  var missing: NumberColumn.Missing { isSurfaceBrightness ? .empty : .never }

  /// The value of every point in a file without the column.
  fileprivate var absent: Double { isSurfaceBrightness ? .nan : 0 }
}
