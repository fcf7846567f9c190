import Support
import Tables

/// What a table of points leaves out: for each galaxy and reason, how many points.
struct LeftOutTable {
  private(set) var draft: TableDraft
  private let galaxy: Column<Int>
  private let reason: Column<String>
  private let points: Column<Int>

  init(_ step: PointsStep, _ names: [String]?) {
    draft = TableDraft("\(step.name.value).left_out")
    galaxy = draft.galaxy(names)
    reason = draft.word(
      "reason", as: .key, among: PointOmission.reasons, "why points are left out")
    points = draft.integer("points", "how many points of the galaxy are left out")
  }

  /// Leaves all points of a galaxy out.
  mutating func add(_ galaxy: Int, _ reason: String, points count: Int) {
    draft.row {
      $0[self.galaxy] = galaxy
      $0[self.reason] = reason
      $0[points] = count
    }
  }

  /// Leaves some points of a galaxy out, each with its reason.
  mutating func add(_ galaxy: Int, _ omissions: [PointOmission]) {
    for reason in PointOmission.allCases {
      let count = omissions.count { $0 == reason }
      if count > 0 { add(galaxy, reason.rawValue, points: count) }
    }
  }

  /// One sentence for each reason.
  static func sentences(about table: Table, of name: String) -> [String] {
    let points = table.values("points")
    return PointOmission.reasons.compactMap { reason in
      let rows = table.rows(where: "reason", is: reason)
      guard !rows.isEmpty else { return nil }
      let count = Int(rows.reduce(0) { $0 + points[$1] })
      return "\(name): \(count.counted("point", "points")) of "
        + "\(rows.count.counted("galaxy", "galaxies")) \(count == 1 ? "is" : "are") left out: "
        + reason
    }
  }
}
