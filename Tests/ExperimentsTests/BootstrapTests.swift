import Plans
import Support
import Tables
import TestKit
import Testing

@Suite("A bootstrap", .limited)
struct BootstrapTests {
  /// Fifty values from 0 to 1, in a scrambled order.
  private static let response = (0..<50).map { Double($0 * 37 % 50) / 49 }
  private static let term = (0..<50).map { Double($0) / 50 }
  private static let table = RegressReference.table(response, [term])

  private static func tables(_ settings: String, terms: String = #""x1""#) throws -> TableSet {
    try Reading.tables(
      #""regress": "rows", "response": "y", "terms": [\#(terms)], "bootstrap": {\#(settings)}"#,
      from: [table])
  }

  private static func intervals(_ settings: String, terms: String = #""x1""#) throws -> Table {
    try #require(try tables(settings, terms: terms)["made.bootstrap"])
  }

  @Test func isTheSameForTheSameSeed() throws {
    let (one, two) = (
      try Self.tables(#""samples": 40, "seed": 1"#), try Self.tables(#""samples": 40, "seed": 1"#)
    )
    #expect(one.all.map(\.lines) == two.all.map(\.lines))
    let other = try Self.intervals(#""samples": 40, "seed": 2"#)
    #expect(one["made.bootstrap"]?.lines != other.lines)
    #expect(one["made.bootstrap"]?.texts("column") == other.texts("column"))
  }

  @Test func hasARowForEachQuantity() throws {
    let table = try Self.intervals(#""samples": 30, "seed": 7"#)
    #expect(table.header == "column draws median std p2_5 p16 p84 p97_5")
    #expect(table.texts("column") == ["r2", "loo_r2", "rms", "const", "x1"])
    #expect(table["draws"] == [30, 30, 30, 30, 30])
    for row in 0..<table.rowCount {
      let ascending = ["p2_5", "p16", "median", "p84", "p97_5"].compactMap { table[$0]?[row] }
      #expect(ascending == ascending.sorted())
    }
  }

  @Test func drawsAThousandTimesByDefault() throws {
    #expect(try Self.intervals(#""seed": 7"#, terms: "")["draws"]?.first == 1000)
  }

  /// The mean of n draws has the standard deviation σ/√n, with σ that of the population.
  ///
  /// Of B draws the standard deviation is known to 1/√(2B), the median to 1.2533/√B of it, and a
  /// percentile to √(p(1 − p)/B) over the density; four times that is allowed.
  private static func covers(_ table: Table, sigma: Double, draws: Double) throws -> Bool {
    let row = try #require(table.texts("column").firstIndex(of: "const"))
    func value(_ name: String) throws -> Double { try #require(table[name]?[row]) }
    let error = sigma / draws.squareRoot()
    let outer = 4 * error * (0.025 * 0.975).squareRoot() / 0.0584
    return try value("std").isNear(sigma, relative: 4 / (2 * draws).squareRoot())
      && value("median").isNear(0.5, absolute: 4 * 1.2533 * error)
      && value("p16").isNear(0.5 - 0.9945 * sigma, absolute: 4 * 1.51 * error)
      && value("p84").isNear(0.5 + 0.9945 * sigma, absolute: 4 * 1.51 * error)
      && value("p2_5").isNear(0.5 - 1.96 * sigma, absolute: outer)
      && value("p97_5").isNear(0.5 + 1.96 * sigma, absolute: outer)
  }

  @Test func coversTheMeanAsItShould() throws {
    let table = try Self.intervals(#""samples": 2000, "seed": 517"#, terms: "")
    let squares = Self.response.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) }
    let sigma = (squares / 50 / 50).squareRoot()
    #expect(try Self.covers(table, sigma: sigma, draws: 2000))
    // The same judge finds a width that is wrong by ten per cent.
    #expect(try !Self.covers(table, sigma: 1.1 * sigma, draws: 2000))
    #expect(try !Self.covers(table, sigma: 0.9 * sigma, draws: 2000))
  }

  @Test func countsNoDrawWithoutAFit() throws {
    // Of three rows a draw often has one or two distinct ones, which fix no line.
    let tables = try Reading.tables(
      #""regress": "rows", "response": "y", "terms": ["x1"], "bootstrap": {"samples": 200, "seed": 3}"#,
      from: [RegressReference.table([0, 1, 3], [[0, 1, 2]])])
    let draws = try #require(tables["made.bootstrap"]?["draws"])
    // Three distinct rows come up with probability 2/9, two with 2/3: those have a line too.
    #expect(draws[0] > 130 && draws[0] < 200)
    #expect(draws[0] == draws[3] && draws[3] == draws[4])
  }

  @Test func findsTheBestCellOfEachDraw() throws {
    let results = try RegressSampleTests.results(
      #", "sample": "common", "bootstrap": {"samples": 50, "seed": 1}"#)
    let cells = try #require(results.tables["fit.bootstrap"])
    #expect(cells.rowCount == 3 * 5)
    let best = try #require(results.tables["fit.best"])
    #expect(
      best.texts("column") == ["upsilon_disk", "upsilon_bulge", "upsilon_gas", "loo_r2"])
    let low = try #require(best["p2_5"])
    let high = try #require(best["p97_5"])
    #expect(low[0] >= 0.3 && high[0] <= 0.9)
    #expect(low[1] == 0.7 && high[1] == 0.7)
    // The best of three is no worse than any of them.
    let medians = try #require(cells["median"])
    let rows = cells.texts("column").indices.filter { cells.texts("column")[$0] == "loo_r2" }
    for row in rows { #expect(try #require(best["median"]?[3]) >= medians[row]) }
  }
}
