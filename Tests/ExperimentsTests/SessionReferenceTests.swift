import Plans
import Support
import Tables
import TestKit
import Testing

/// The numbers of `Tests/Reference/session517.json`, made by the script beside it.
struct SessionReference: Decodable, Sendable {
  /// A regression that numpy made at one cell.
  struct Check: Decodable, Sendable, CustomTestStringConvertible {
    let disk: Double
    let bulge: Double
    let terms: [String]
    let n: Double
    let r2: Double
    let looR2: Double
    let rms: Double
    let coefficients: [Double]
    /// How the galaxies are grouped, and the edges of the group.
    let by: String?
    let low: Double?
    let high: Double?

    var testDescription: String {
      "(\(disk), \(bulge)) \(terms)" + (by.map { " by \($0) from \(low ?? 0)" } ?? "")
    }

    /// Whether a row of a regression table agrees to 1e-9.
    func agrees(with table: Table, row: Int) -> Bool {
      let columns = table.schema.columns.map(\.name)
      let first = columns.firstIndex(of: "const") ?? 0
      func value(_ name: String) -> Double { table[name]?[row] ?? .nan }
      return value("n") == n && value("r2").isNear(r2, relative: 1e-9)
        && value("loo_r2").isNear(looR2, relative: 1e-9)
        && value("rms").isNear(rms, relative: 1e-9)
        && coefficients.enumerated().allSatisfy { index, wanted in
          table.values[first + 2 * index][row].isNear(wanted, relative: 1e-9)
        }
    }
  }

  /// Rows of Υ_disk, Υ_bulge, n, R², leave-one-out R², RMS and the coefficients.
  let diskScan: [[Double]]
  let bulgeScan: [[Double]]
  let sensitivity: [[Double]]
  let checks: [Check]
  let groups: [Check]

  private enum CodingKeys: String, CodingKey {
    case diskScan = "disk-scan"
    case bulgeScan = "bulge-scan"
    case sensitivity, checks, groups
  }

  static let all = Result { try ReferenceFile.read("session517.json", as: Self.self) }
  static let checks = (try? all.get().checks) ?? []
  static let groups = (try? all.get().groups) ?? []
}

/// Session 517 through specs, against the published lists and against numpy.
///
/// Skipped unless the variable `UPSILON_DATA` names a folder that holds `sparc/` with its two
/// tables.
@Suite(
  "Session 517", .limited(minutes: 20), .slow,
  .enabled(if: PublishedFiles.exist, PublishedFiles.advice))
struct SessionReferenceTests {
  private static let six = [
    "log_v", "log_l", "c_v", "f_gas", "log_v * c_v", "log_l * f_gas",
  ]

  private static func list(_ terms: [String]) -> String {
    terms.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  /// The table of one regression over a grid.
  private static func scan(
    _ grid: String, _ terms: [String], _ more: String = ""
  ) throws -> Table {
    let plan = try MadeUp.plan(
      """
      {
        "upsilon": 1,
        "name": "test",
        "dataset": "sparc",
        "cuts": {"galaxies": ["points >= 5", "v_flat > 0", "luminosity > 0", "sb_eff > 0"]},
        "model": {"offset": {"g_dagger": 1.2e-10, "gas_sign": "squared", "points": "outer"}},
        "methods": {"offset": "v1_with_r_eff"},
        "grid": {\(grid)},
        "analyses": [
          {"name": "scan", "regress": "offsets", "response": "offset", "terms": [\(list(terms))]\(more)}
        ]
      }
      """, dataset: PublishedFiles.dataset())
    return try #require(plan.computed().tables["scan"])
  }

  private static func row(_ table: Table, _ disk: Double, _ bulge: Double) throws -> Int {
    let (disks, bulges) = (
      try #require(table["upsilon_disk"]), try #require(table["upsilon_bulge"])
    )
    return try #require(disks.indices.first { disks[$0] == disk && bulges[$0] == bulge })
  }

  private static func expectPublished(
    _ grid: String, _ list: KeyPath<SessionReference, [[Double]]>
  ) throws {
    let table = try Self.scan(grid, Self.six)
    let rows = try SessionReference.all.get()[keyPath: list]
    #expect(rows.count == table.rowCount)
    for wanted in rows {
      let check = SessionReference.Check(
        disk: wanted[0], bulge: wanted[1], terms: Self.six, n: wanted[2], r2: wanted[3],
        looR2: wanted[4], rms: wanted[5], coefficients: Array(wanted[6...]), by: nil, low: nil,
        high: nil)
      let row = try Self.row(table, wanted[0], wanted[1])
      #expect(check.agrees(with: table, row: row), "\(check)")
    }
  }

  @Test func hasThePublishedDiskScan() throws {
    try Self.expectPublished(
      #""upsilon_disk": {"from": 0.2, "through": 1.5, "step": 0.1}"#, \.diskScan)
  }

  @Test func hasThePublishedBulgeScan() throws {
    try Self.expectPublished(
      #""upsilon_disk": [0.8], "upsilon_bulge": {"from": 0.3, "through": 1.4, "step": 0.1}"#,
      \.bulgeScan)
  }

  @Test func hasThePublishedSensitivity() throws {
    try Self.expectPublished(
      #""upsilon_disk": {"from": 0.3, "through": 1.25, "step": 0.05}, "upsilon_bulge": [0.8]"#,
      \.sensitivity)
  }

  @Test func hasItsReference() {
    #expect(SessionReference.checks.count == 6)
    #expect(SessionReference.groups.count == 16)
  }

  @Test(arguments: SessionReference.checks)
  func agreesWithNumpyAtOtherCellsAndTerms(_ check: SessionReference.Check) throws {
    let table = try Self.scan(
      "\"upsilon_disk\": [\(check.disk)], \"upsilon_bulge\": [\(check.bulge)]", check.terms)
    #expect(table.rowCount == 1)
    #expect(check.agrees(with: table, row: 0))
  }

  /// The groups are fixed at a cell that is not on the grid.
  @Test(arguments: [
    (
      "hubble_type",
      #"{"g": {"a": "hubble_type < 4", "b": "hubble_type < 8", "c": "hubble_type < 12"}}"#
    ),
    ("c_v", #"{"g": {"a": "c_v < 0.8", "b": "c_v >= 0.8"}}"#),
    ("quantiles", #"{"g": {"quantiles": "log_v", "count": 3, "widen": 0.02}}"#),
  ])
  func agreesWithNumpyInGroups(_ example: (by: String, spec: String)) throws {
    let wanted = SessionReference.groups.filter { $0.by == example.by }
    let terms = try #require(wanted.first).terms
    let table = try Self.scan(
      #""upsilon_disk": [0.4, 1.05], "upsilon_bulge": [0.8]"#, terms,
      #", "by": \#(example.spec), "groups_at": {"upsilon_disk": 0.5, "upsilon_bulge": 0.7}"#)
    #expect(table.rowCount == wanted.count)
    for (row, check) in wanted.enumerated() {
      #expect(table["upsilon_disk"]?[row] == check.disk)
      #expect(check.agrees(with: table, row: row), "\(check)")
    }
  }
}
