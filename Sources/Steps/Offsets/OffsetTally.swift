import Support
package import Tables

/// How offsets turned out, counted part by part.
struct OffsetTally {
  /// How many cells × galaxies there are.
  private var rows = 0
  private var refused = 0
  /// How many offsets lack a concentration, and how many of them since v_flat is missing.
  private var missing = 0
  private var slow = 0
  /// How many points have no positive g_bar, and in how many rows.
  private var outwardPoints = 0
  private var outwardRows = 0

  init() {}

  /// Counts the rows of an `offsets` table.
  init(_ table: Table) {
    rows = table.rowCount
    let (reason, outward) = (table.values("reason"), table.values("outward_points"))
    let (concentration, speed) = (table.values("c_v"), table.values("log_v"))
    for row in 0..<rows {
      if outward[row] > 0 {
        outwardPoints += Int(outward[row])
        outwardRows += 1
      }
      guard reason[row].isNaN else {
        refused += 1
        continue
      }
      guard concentration[row].isNaN else { continue }
      missing += 1
      if speed[row].isNaN { slow += 1 }
    }
  }

  /// Takes in further rows.
  mutating func add(_ other: OffsetTally) {
    rows += other.rows
    refused += other.refused
    missing += other.missing
    slow += other.slow
    outwardPoints += other.outwardPoints
    outwardRows += other.outwardRows
  }

  /// The number of each status, and what a reader should know.
  var told: UnitTally {
    UnitTally(
      counts: [("measured", rows - refused), ("refused", refused)],
      warnings: [refusals, missingConcentrations, outward].compactMap(\.self))
  }

  private var refusals: String? {
    guard refused > 0 else { return nil }
    return "\(refused.grouped) of \(rows.grouped) cells × galaxies have no offset: see 'reason' in "
      + "'offsets'"
  }

  /// Tells how many offsets lack a concentration, and why.
  private var missingConcentrations: String? {
    guard missing > 0 else { return nil }
    let reasons = [
      (slow, "v_flat is missing"),
      (missing - slow, "r_eff is not known or lies outside the valid radii"),
    ].filter { $0.0 > 0 }.map { "\($0.1) (\($0.0.grouped))" }
    return "\(missing.grouped) of \((rows - refused).grouped) offsets have no c_v: "
      + reasons.joined(separator: ", ")
  }

  private var outward: String? {
    guard outwardPoints > 0 else { return nil }
    return "\(outwardPoints.counted("point", "points")) in \(outwardRows.grouped) of "
      + "\(rows.grouped) cells × galaxies have no positive g_bar and are left out: see "
      + "'outward_points' in 'offsets'"
  }
}

extension OffsetComputation {
  package func tally(_ table: Table) -> UnitTally { OffsetTally(table).told }
}
