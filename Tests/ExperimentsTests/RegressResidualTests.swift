import Plans
import Support
import Tables
import TestKit
import Testing

@Suite("A residual", .limited)
struct RegressResidualTests {
  private static func residuals(
    _ reference: RegressReference, _ more: String = ""
  ) throws -> Table {
    let tables = try Reading.tables(
      #""regress": "rows", "response": "y", "terms": [\#(RegressReference.names(reference.terms.count))]\#(more)"#,
      from: [reference.table])
    return try #require(tables["made.residuals"])
  }

  @Test(arguments: RegressReference.all)
  func agreesWithHighPrecision(_ reference: RegressReference) throws {
    let table = try Self.residuals(reference)
    #expect(table.header == "galaxy fitted residual leverage")
    let (residuals, leverages) = (
      try #require(table["residual"]), try #require(table["leverage"])
    )
    for row in reference.response.indices {
      #expect(residuals[row].isNear(reference.residuals[row], relative: 1e-9, absolute: 1e-13))
      #expect(leverages[row].isNear(reference.leverages[row], relative: 1e-9))
    }
  }

  @Test(arguments: RegressReference.all)
  func isTheResponseLessTheFittedValue(_ reference: RegressReference) throws {
    let table = try Self.residuals(reference)
    let (fitted, residuals) = (try #require(table["fitted"]), try #require(table["residual"]))
    for (row, response) in reference.response.enumerated() {
      #expect((fitted[row] + residuals[row]).isNear(response, relative: 4e-16, absolute: 1e-15))
    }
    #expect(residuals.reduce(0, +).isNear(0, absolute: 1e-12))
  }

  @Test(arguments: RegressReference.all)
  func hasLeveragesThatSumToTheCoefficients(_ reference: RegressReference) throws {
    let leverages = try #require(try Self.residuals(reference)["leverage"])
    let sum = leverages.reduce(0, +)
    #expect(sum.isNear(Double(reference.terms.count + 1), relative: 1e-12))
    #expect(leverages.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test func isThereForRowsThatTookPartOnly() throws {
    let reference = RegressReference.all[2]
    let table = try Self.residuals(reference, #", "where": "galaxy != 'G3'""#)
    #expect(table.rowCount == 29)
    #expect(!table.texts("galaxy").contains("G3"))
  }

  @Test func carriesItsGroup() throws {
    let reference = RegressReference.all[2]
    let table = try Self.residuals(
      reference, #", "by": {"side": {"low": "x1 < 0.5", "high": "x1 >= 0.5"}}"#)
    #expect(table.header == "galaxy side fitted residual leverage")
    #expect(table.rowCount == 30)
    let leverages = try #require(table["leverage"])
    let low = table.texts("side").filter { $0 == "low" }.count
    #expect(low > 4 && low < 26)
    // Each group has its own fit, with four coefficients.
    #expect(leverages.prefix(low).reduce(0, +).isNear(4, relative: 1e-12))
    #expect(leverages.dropFirst(low).reduce(0, +).isNear(4, relative: 1e-12))
  }

  @Test func isJoinedByItsGalaxy() throws {
    let spec = OffsetGalaxy.spec(
      #""points": "all""#,
      #"""
      "analyses": [
          {"name": "fit", "regress": "offsets", "response": "offset", "terms": ["c_v"]},
          {"name": "both", "derive": "offsets", "columns": {
            "again": "fit.residuals.fitted + fit.residuals.residual - offset"}}
        ]
      """#)
    let galaxies = [0.1, -0.3, 0.25, 0.4, 0].enumerated().map { index, delta in
      var galaxy = OffsetGalaxy.even(delta)
      galaxy.name = "G\(index)"
      galaxy.effectiveRadius = 1.5 + 0.7 * Double(index * index % 5)
      return galaxy
    }
    let tables = try OffsetGalaxy.results(galaxies, spec).tables
    let again = try #require(tables["both"]?["again"])
    #expect(again.count == 5)
    #expect(again.allSatisfy { $0.isNear(0, absolute: 1e-15) })
  }

  /// Nothing reads them, so they need not be made.
  @Test func isNotMadeForNothing() throws {
    let spec = OffsetGalaxy.spec(
      "",
      #"""
      "analyses": [{"name": "fit", "regress": "offsets", "response": "offset", "terms": ["c_v"]}],
        "outputs": {"tables": ["fit"]}
      """#)
    let tables = try OffsetGalaxy.results([.even(0), .even(0.1)], spec).tables
    #expect(tables["fit.residuals"] == nil)
    #expect(tables["fit"] != nil)
  }
}
