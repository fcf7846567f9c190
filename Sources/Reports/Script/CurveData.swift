import Support
import Tables

/// The curves that a galaxy's name opens, as the script draws them.
///
/// A galaxy has one set for each law and cell. Quantities that are those of its first set are left
/// out; a number has four digits.
struct CurveData {
  /// So many points of curves fit into a page that stays under five megabytes.
  private static let mostPoints = 40_000

  /// By galaxy.
  let json: JSONValue
  let galaxies: Set<String>
  /// What was left out; `nil` for nothing.
  let omission: String?

  /// What a set has, by the name that the script knows.
  private static let quantities = [
    ("r", "radius"), ("o", "v_obs"), ("e", "e_v_obs"), ("g", "v_gas"), ("d", "v_disk"),
    ("b", "v_bulge"), ("x", "v_extra"), ("m", "v_model"),
  ]

  /// - Parameters:
  ///   - table: A table of curves, one row a measured point; `nil` for none.
  ///   - doubtful: Keys of fits on a bound, as ``key(_:_:)`` spells them.
  init(_ table: Table?, doubtful: Set<String>) {
    guard let table, Self.isTaken(table) else {
      (json, galaxies, omission) = ([:], [], nil)
      return
    }
    let keys = table.schema.keys.filter {
      !["galaxy", "radius", "point"].contains($0) && !table.schema.constants.contains($0)
    }
    let sets = Self.sets(of: table, keys)
    var (order, members) = ([String](), [String: [JSONValue]]())
    var firsts: [String: [String: JSONValue]] = [:]
    var (points, left) = (0, 0)
    for rows in sets {
      points += rows.count
      guard points <= Self.mostPoints else {
        left += 1
        continue
      }
      let galaxy = table.text(row: rows[0], of: "galaxy")
      if members[galaxy] == nil { order.append(galaxy) }
      let label = keys.map { key in
        let text = table.text(row: rows[0], of: key)
        return key == "model" ? text : "\(key) \(text)"
      }.joined(separator: ", ")
      let isDoubtful = doubtful.contains(Self.key(galaxy, label))
      var set: [JSONValue.Member] = [.init("k", .string(label))]
      if isDoubtful { set.append(.init("h", 1)) }
      for (name, column) in Self.quantities {
        guard let values = table[column] else { continue }
        let list = JSONValue.array(rows.map { Self.number(values[$0]) })
        if firsts[galaxy]?[name] == list { continue }
        if firsts[galaxy]?[name] == nil { firsts[galaxy, default: [:]][name] = list }
        set.append(.init(name, list))
      }
      members[galaxy, default: []].append(.object(set))
    }
    json = .object(order.map { .init($0, .array(members[$0].asList.flatMap(\.self))) })
    galaxies = Set(order)
    omission =
      left == 0
      ? nil
      : "\(left.grouped) of \(sets.count.grouped) curves do not open from this page, which has "
        + "room for \(Self.mostPoints.grouped) points; 'upsilon plot' draws them"
  }

  /// Whether a table holds the curves of fits at the radii of the points.
  static func isTaken(_ table: Table) -> Bool {
    ["galaxy", "radius", "v_obs", "e_v_obs", "v_model"].allSatisfy { table.schema[$0] != nil }
      && table.schema["pull"] != nil && table.rowCount > 0
  }

  /// A fit of a galaxy, by the label of its set.
  static func key(_ galaxy: String, _ label: String) -> String {
    "\(galaxy)\n\(label)"
  }

  /// The rows of each set, in the order of the table.
  private static func sets(of table: Table, _ keys: [String]) -> [[Int]] {
    let columns = (["galaxy"] + keys).compactMap { table[$0] }
    var sets: [[Int]] = []
    for row in 0..<table.rowCount {
      if let last = sets.last?.last,
        columns.allSatisfy({ $0[last] == $0[row] || ($0[last].isNaN && $0[row].isNaN) })
      {
        sets[sets.count - 1].append(row)
      } else {
        sets.append([row])
      }
    }
    return sets
  }

  /// Four significant digits, which a picture of a few hundred dots does not show to the last.
  private static func number(_ value: Double) -> JSONValue {
    guard value.isFinite else { return .null }
    guard value != 0 else { return 0 }
    let digits = DecimalDigits(value.magnitude).rounded(to: 4)
    let whole = digits.digits.reduce(0) { $0 * 10 + $1 }
    let power = digits.exponent - 3
    let text = "\(whole)e\(power)"
    return .number((Double(text) ?? value.magnitude) * (value < 0 ? -1 : 1))
  }
}
