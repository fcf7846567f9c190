import Numerics
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
    // A line needs three distinct rows: all there are, which come up with probability 2/9.
    let tables = try Reading.tables(
      #""regress": "rows", "response": "y", "terms": ["x1"], "bootstrap": {"samples": 450, "seed": 3}"#,
      from: [RegressReference.table([0, 1, 3], [[0, 1, 2]])])
    let draws = try #require(tables["made.bootstrap"]?["draws"])
    // 100 ± 8.8, and each of them is the whole sample.
    #expect(draws.allSatisfy { (65...135).contains($0) && $0 == draws[0] })
    #expect(try #require(tables["made.bootstrap"]?["std"]).allSatisfy { $0 <= 1e-12 })
  }

  /// What a draw of rows gives, by fits of a straight line to those that are left when every copy
  /// of one is taken away.
  private static func leftOut(_ x: [Double], _ y: [Double], times: [Int]) -> Double? {
    func line(without left: Int?) -> (intercept: Double, slope: Double) {
      let weights = times.indices.map { $0 == left ? 0 : Double(times[$0]) }
      func mean(_ values: [Double]) -> Double {
        zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
      }
      let (mx, my) = (mean(x), mean(y))
      let slope =
        mean(zip(x, y).map { ($0 - mx) * ($1 - my) }) / mean(x.map { ($0 - mx) * ($0 - mx) })
      return (my - slope * mx, slope)
    }
    let drawn = times.indices.filter { times[$0] > 0 }
    guard drawn.count > 2 else { return nil }
    let count = Double(times.reduce(0, +))
    let mean = drawn.reduce(0) { $0 + Double(times[$1]) * y[$1] } / count
    var (squares, total) = (0.0, 0.0)
    for row in drawn {
      let (intercept, slope) = line(without: row)
      let miss = y[row] - intercept - slope * x[row]
      squares += Double(times[row]) * miss * miss
      total += Double(times[row]) * (y[row] - mean) * (y[row] - mean)
    }
    return 1 - squares / total
  }

  @Test func leavesOutEveryCopyOfARow() throws {
    let (x, y) = (
      [0.3, 1.1, 2.4, 2.9, 4.2, 5.0, 6.3, 7.7], [1.2, 0.4, 2.8, 1.9, 4.4, 2.2, 3.9, 6.1]
    )
    let table = try #require(
      try Reading.tables(
        #""regress": "rows", "response": "y", "terms": ["x1"], "bootstrap": {"samples": 300, "seed": 9}"#,
        from: [RegressReference.table(y, [x])])["made.bootstrap"])
    var generator = SplitMix64(seed: 9)
    let found = (0..<300).compactMap { _ in
      var times = [Int](repeating: 0, count: 8)
      for _ in 0..<8 { times[Int(generator.next().multipliedFullWidth(by: 8).high)] += 1 }
      return Self.leftOut(x, y, times: times)
    }
    #expect(table["draws"]?[1] == Double(found.count))
    for (name, value) in [
      ("median", Statistics.quantile(0.5, of: found)), ("std", Statistics.std(found)),
      ("p2_5", Statistics.quantile(0.025, of: found)),
      ("p97_5", Statistics.quantile(0.975, of: found)),
    ] {
      #expect(try #require(table[name]?[1]).isNear(value, relative: 1e-9), "\(name)")
    }
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
