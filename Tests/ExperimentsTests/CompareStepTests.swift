import Tables
import Testing

@Suite("A comparison")
struct CompareStepTests {
  private static func tables(_ more: String = "") throws -> TableSet {
    try Reading.tables(
      #""compare": "fits", "models": ["one", "two"]\#(more.isEmpty ? "" : ", \(more)")"#,
      from: [SmallTables.fits, SmallTables.catalogue])
  }

  private static func lines(_ more: String = "") throws -> [String] {
    try #require(try tables(more)["made"]).lines
  }

  private static func counts(_ more: String = "") throws -> [String] {
    try #require(try tables(more)["made.counts"]).lines
  }

  @Test func givesDifferenceVerdictAndStrength() throws {
    let made = try #require(try Self.tables()["made"])
    #expect(made.header == "upsilon_disk galaxy delta_bic verdict strength")
    #expect(made.schema.keys == ["upsilon_disk", "galaxy"])
    // The difference is that of the first less the second: a positive one favours the second.
    #expect(
      made.lines == [
        "0.5 A -3.0 one positive", "0.5 B 9.0 two strong", "0.5 C 1.0 indistinguishable negligible",
        "0.8 A 0.0 indistinguishable negligible", "0.8 B - incomparable -",
        "0.8 C -12.0 one very strong",
      ])
  }

  @Test func countsEveryVerdictOfEveryCell() throws {
    let made = try #require(try Self.tables()["made.counts"])
    #expect(made.header == "upsilon_disk verdict count")
    #expect(
      made.lines == [
        "0.5 one 1", "0.5 two 1", "0.5 indistinguishable 1", "0.5 set aside 0",
        "0.5 incomparable 0",
        "0.8 one 1", "0.8 two 0", "0.8 indistinguishable 1", "0.8 set aside 0",
        "0.8 incomparable 1",
      ])
  }

  @Test func setsAsideWhereEitherModelFailsTheCondition() throws {
    // Of C in the first cell, 'one' is not good; B in the second cell has no difference at all.
    #expect(
      try Self.lines(#""where": "good and galaxy != 'A'""#) == [
        "0.5 A -3.0 set aside positive", "0.5 B 9.0 two strong", "0.5 C 1.0 set aside negligible",
        "0.8 A 0.0 set aside negligible", "0.8 B - incomparable -", "0.8 C -12.0 one very strong",
      ])
    #expect(
      try Self.counts(#""where": "good and galaxy != 'A'""#).filter { $0.contains("set aside") }
        == ["0.5 set aside 2", "0.8 set aside 1"])
  }

  @Test func decidesBeyondTheThresholdOnly() throws {
    func verdicts(_ threshold: String) throws -> [Double] {
      try #require(try Self.tables(#""threshold": \#(threshold)"#)["made"]?["verdict"])
    }
    #expect(try verdicts("3") == [2, 1, 2, 2, 4, 0])
    #expect(try verdicts("2.999") == [0, 1, 2, 2, 4, 0])
    #expect(try verdicts("9") == [2, 2, 2, 2, 4, 0])
    #expect(try verdicts("0") == [0, 1, 1, 2, 4, 0])
  }

  @Test func takesTheCriterionItIsTold() throws {
    let made = try #require(try Self.tables(#""criterion": "aic""#)["made"])
    #expect(made["delta_aic"] == [0, 1, 0, 0, 0, 0])
  }

  @Test func isTurnedRoundByTurningTheModelsRound() throws {
    let made = try #require(
      try Reading.tables(
        #""compare": "fits", "models": ["two", "one"]"#, from: [SmallTables.fits])["made"])
    #expect(made["delta_bic"]?.prefix(4) == [3, -9, -1, 0])
    #expect(made.line(0) == "0.5 A 3.0 one positive")
  }

  @Test func passesOverRowsWithoutAPartner() throws {
    let half = try Reading.table(
      #""filter": "fits", "where": "not (galaxy == 'B' and model == 'two')""#,
      from: [SmallTables.fits])
    let made = try #require(
      try Reading.tables(
        #""compare": "half", "models": ["one", "two"]"#,
        from: [half.keeping(Array(0..<half.rowCount), as: "half")])["made"])
    #expect(made["galaxy"] == [0, 2, 0, 2])
  }

  /// Differences on and beside the borders of Kass & Raftery.
  @Test func gradesByKassAndRaftery() throws {
    let deltas = [0, 1.999, 2, 5.999, 6, 10, 10.001, -2, -6, -11]
    let schema = TableSchema(
      "pairs", axes: [], keys: ["galaxy", "model"],
      columns: [
        ColumnSchema("galaxy", .word(deltas.map { "G\($0)" }), "galaxy"),
        ColumnSchema("model", .word(["one", "two"]), "model"), ColumnSchema("bic", "criterion"),
      ])
    let table = Table(
      schema,
      [
        deltas.indices.flatMap { [Double($0), Double($0)] }, deltas.flatMap { _ in [0, 1] },
        deltas.flatMap { [$0, 0] },
      ])
    let made = try Reading.table(#""compare": "pairs", "models": ["one", "two"]"#, from: [table])
    #expect(made["strength"] == [0, 0, 1, 1, 2, 2, 3, 1, 2, 3])
  }
}
