import Galaxies
import Records
import Specs
import Support
import Tables

/// Computes the speeds that a run took from surface densities again: those of its table, and those
/// that the folder of runs remembers of the same profiles.
///
/// What is remembered has its own hash, so that an accident is noticed; that somebody wrote other
/// speeds with the right hash shows only here.
struct ComponentCheck {
  private let run: StoredRun
  private let rule: ComponentRule
  private(set) var faults: [RunFault] = []

  /// - Parameters:
  ///   - run: The run.
  ///   - spec: Its spec, which says how speeds are computed.
  /// - Throws: ``FileError`` if the table cannot be read.
  init(_ run: StoredRun, _ spec: ExperimentSpec) throws(FileError) {
    self.run = run
    rule = spec.components.rule
    guard let table = try run.table(TableName.components) else { return }
    check(table)
  }

  private mutating func check(_ table: Table) {
    let names = ["galaxy", "radius", "sigma_gas", "sigma_star", "v_gas", "v_disk"]
    let columns = names.compactMap { table.schema.index(of: $0) }
    guard columns.count == names.count else { return }
    var values = table.values
    var folder = RememberedSpeeds(besides: run)
    for rows in RowGroups(by: [values[columns[0]]], among: 0..<table.rowCount).rows {
      func picked(_ column: Int) -> [Double] { rows.map { table.values[columns[column]][$0] } }
      let (radius, gas, star) = (picked(1), picked(2), picked(3))
      guard Self.isProfile(radius, gas), Self.isProfile(radius, star) else {
        let galaxy = table.text(row: rows[0], column: columns[0])
        add("has no profile of surface densities of galaxy '\(galaxy)'")
        continue
      }
      let profiles = rule.profiles(
        of: MassProfiles(
          gas: SurfaceDensity(radius: radius, density: gas),
          disk: SurfaceDensity(radius: radius, density: star)))
      for (profile, column) in [(profiles.gas, columns[4]), (profiles.disk, columns[5])] {
        let squared = profile.squaredSpeeds()
        folder.check(profile, squared)
        for (row, speed) in zip(rows, ComponentRule.speeds(squared)) { values[column][row] = speed }
      }
    }
    faults += folder.faults
    compare(table, Table(table.schema, values))
  }

  /// Compares the speeds: to the bit, or as closely as engines are where another one made the run.
  private mutating func compare(_ stored: Table, _ computed: Table) {
    let found = RecomputedTable(stored: stored, computed: computed)
    let isAllowed =
      run.manifest.engine == Engine.number
      ? found.verdict == .sameToTheBit : found.verdict != .different
    guard !isAllowed, let move = found.largest else { return }
    add(
      "has other speeds than its surface densities give: \(found.movedRows.grouped) of "
        + "\(found.rows.grouped) rows, most '\(move.column)' at \(move.row): \(move.stored), not "
        + move.computed)
  }

  /// Whether a profile can be made of these numbers.
  private static func isProfile(_ radius: [Double], _ density: [Double]) -> Bool {
    guard let first = radius.first, first > 0, radius.last?.isFinite == true else { return false }
    return zip(radius, radius.dropFirst()).allSatisfy { $0 < $1 }
      && density.allSatisfy { $0 >= 0 && $0.isFinite }
  }

  private mutating func add(_ message: String) {
    let file = run.manifest.table(TableName.components)?.file ?? TableName.components
    faults.append(RunFault(file, message))
  }
}
