import Support
package import Tables

extension OffsetComputation {
  /// What is counted.
  private enum Counted {
    static let rows = "rows"
    static let refused = "refused"
    /// Offsets without a concentration, and those of them without a speed.
    static let unconcentrated = "no c_v"
    static let slow = "no c_v, no v_flat"
    static let outwardPoints = "outward points"
    static let outwardRows = "rows with outward points"
  }

  package func tally(
    _ tables: [Table], from records: RecordSlice, of cells: Range<Int>
  ) -> Tally {
    tables.first.map(Self.tally) ?? Tally()
  }

  /// Counts the rows of an `offsets` table.
  static func tally(_ table: Table) -> Tally {
    var tally = Tally()
    let (concentration, speed) = (table.values("c_v"), table.values("log_v"))
    let isRefused = table.values("reason").map { !$0.isNaN }
    let unconcentrated = isRefused.indices.filter { !isRefused[$0] && concentration[$0].isNaN }
    let outward = table.values("outward_points")
    tally.add(table.rowCount, as: Counted.rows)
    tally.add(isRefused.count { $0 }, as: Counted.refused)
    tally.add(unconcentrated.count, as: Counted.unconcentrated)
    tally.add(unconcentrated.count { speed[$0].isNaN }, as: Counted.slow)
    tally.add(Int(outward.reduce(0, +)), as: Counted.outwardPoints)
    tally.add(outward.count { $0 > 0 }, as: Counted.outwardRows)
    return tally
  }

  package func statuses(_ tally: Tally) -> [(status: String, count: Int)] {
    let refused = tally[Counted.refused]
    return [("measured", tally[Counted.rows] - refused), ("refused", refused)]
  }

  package func sentences(_ tally: Tally) -> [String] {
    [refusals(tally), missingConcentrations(tally), outwardPoints(tally)].compactMap(\.self)
  }

  private func refusals(_ tally: Tally) -> String? {
    let count = tally[Counted.refused]
    guard count > 0 else { return nil }
    return "\(count.grouped) of \(tally[Counted.rows].grouped) cells × galaxies have no offset: "
      + "see 'reason' in 'offsets'"
  }

  /// Tells how many offsets lack a concentration, and why.
  private func missingConcentrations(_ tally: Tally) -> String? {
    let missing = tally[Counted.unconcentrated]
    guard missing > 0 else { return nil }
    let (measured, slow) = (tally[Counted.rows] - tally[Counted.refused], tally[Counted.slow])
    let reasons = [
      (slow, "v_flat is missing"),
      (missing - slow, "r_eff is not known or lies outside the valid radii"),
    ].filter { $0.0 > 0 }.map { "\($0.1) (\($0.0.grouped))" }
    return "\(missing.grouped) of \(measured.grouped) offsets have no c_v: "
      + reasons.joined(separator: ", ")
  }

  private func outwardPoints(_ tally: Tally) -> String? {
    let points = tally[Counted.outwardPoints]
    guard points > 0 else { return nil }
    return "\(points.counted("point", "points")) in \(tally[Counted.outwardRows].grouped) of "
      + "\(tally[Counted.rows].grouped) cells × galaxies have no positive g_bar and are left out: "
      + "see 'outward_points' in 'offsets'"
  }
}
