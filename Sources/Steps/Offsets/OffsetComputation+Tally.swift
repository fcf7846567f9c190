import Support
package import Tables

extension OffsetComputation {
  package func tally(_ table: Table) -> UnitTally {
    let isRefused = table.values("reason").map { !$0.isNaN }
    let refused = isRefused.count { $0 }
    let warnings = [
      refusals(refused, of: table.rowCount), missingConcentrations(table, isRefused),
      outwardPoints(table),
    ]
    return UnitTally(
      counts: [("measured", table.rowCount - refused), ("refused", refused)],
      warnings: warnings.compactMap(\.self))
  }

  private func refusals(_ count: Int, of rows: Int) -> String? {
    guard count > 0 else { return nil }
    return "\(count.grouped) of \(rows.grouped) cells × galaxies have no offset: see 'reason' in "
      + "'offsets'"
  }

  /// Tells how many offsets lack a concentration, and why.
  private func missingConcentrations(_ table: Table, _ isRefused: [Bool]) -> String? {
    let (concentration, speed) = (table.values("c_v"), table.values("log_v"))
    let measured = isRefused.indices.filter { !isRefused[$0] }
    let missing = measured.filter { concentration[$0].isNaN }
    guard !missing.isEmpty else { return nil }
    let slow = missing.count { speed[$0].isNaN }
    let reasons = [
      (slow, "v_flat is missing"),
      (missing.count - slow, "r_eff is not known or lies outside the valid radii"),
    ].filter { $0.0 > 0 }.map { "\($0.1) (\($0.0.grouped))" }
    return "\(missing.count.grouped) of \(measured.count.grouped) offsets have no c_v: "
      + reasons.joined(separator: ", ")
  }

  private func outwardPoints(_ table: Table) -> String? {
    let counts = table.values("outward_points")
    let (points, rows) = (Int(counts.reduce(0, +)), counts.count { $0 > 0 })
    guard points > 0 else { return nil }
    return "\(points.counted("point", "points")) in \(rows.grouped) of "
      + "\(table.rowCount.grouped) cells × galaxies have no positive g_bar and are left out: see "
      + "'outward_points' in 'offsets'"
  }
}
