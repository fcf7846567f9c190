import Support
import Tables
import TestKit
import Testing

@Suite("A regression", .limited)
struct RegressStepTests {
  private static func tables(
    _ response: [Double], _ terms: [[Double]], _ more: String = "", columns: String? = nil
  ) throws -> TableSet {
    let columns = columns ?? (terms.isEmpty ? "" : RegressReference.names(terms.count))
    return try Reading.tables(
      #""regress": "rows", "response": "y", "terms": [\#(columns)]\#(more)"#,
      from: [RegressReference.table(response, terms)])
  }

  private static func fit(
    _ response: [Double], _ terms: [[Double]], _ more: String = "", columns: String? = nil
  ) throws -> Table {
    try #require(try tables(response, terms, more, columns: columns)["made"])
  }

  private static func reason(
    _ response: [Double], _ terms: [[Double]], _ more: String = "", columns: String? = nil
  ) throws -> String {
    let table = try fit(response, terms, more, columns: columns)
    let values = table.schema.columns.map(\.name).filter { $0 != "n" && $0 != "reason" }
    #expect(values.allSatisfy { table[$0]?.first?.isNaN == true })
    return try #require(table.texts("reason").first)
  }

  @Test func hasItsReference() {
    #expect(RegressReference.all.count == 5)
  }

  @Test(arguments: RegressReference.all)
  func agreesWithHighPrecision(_ reference: RegressReference) throws {
    let table = try Self.fit(reference.response, reference.terms)
    // The last set is nearly dependent: a condition number of about 1e4.
    let tolerance = reference.response.count == 25 ? 1e-9 : 1e-12
    let names = ["const"] + reference.terms.indices.map { "x\($0 + 1)" }
    for (index, name) in names.enumerated() {
      #expect(
        try table.only(name).isNear(reference.coefficients[index], relative: tolerance))
      #expect(
        try table.only("e_\(name)").isNear(reference.errors[index], relative: tolerance))
    }
    #expect(try table.only("n") == Double(reference.response.count))
    #expect(try table.only("r2").isNear(reference.r2, relative: 1e-12))
    #expect(try table.only("adjusted_r2").isNear(reference.adjustedR2, relative: 1e-12))
    #expect(try table.only("loo_r2").isNear(reference.looR2, relative: 1e-12))
    #expect(try table.only("rms").isNear(reference.rms, relative: 1e-12))
    #expect(table.texts("reason") == [""])
  }

  /// What `agreesWithHighPrecision` would not forgive.
  @Test func isNotLeftAloneByASmallChange() throws {
    let reference = try #require(RegressReference.all.first)
    var response = reference.response
    response[0] += 1e-9
    let table = try Self.fit(response, reference.terms)
    #expect(try !table.only("const").isNear(reference.coefficients[0], relative: 1e-12))
    #expect(try !table.only("loo_r2").isNear(reference.looR2, relative: 1e-12))
  }

  /// Leaving each row out for real gives what the leverages promise.
  @Test(arguments: RegressReference.all)
  func predictsEachRowWithoutIt(_ reference: RegressReference) throws {
    let response = reference.response
    var left = 0.0
    for row in response.indices {
      let others = try Self.fit(
        response, reference.terms, #", "where": "galaxy != 'G\#(row)'""#)
      var predicted = try others.only("const")
      for (index, term) in reference.terms.enumerated() {
        predicted += try others.only("x\(index + 1)") * term[row]
      }
      left += (response[row] - predicted) * (response[row] - predicted)
    }
    let mean = response.reduce(0, +) / Double(response.count)
    let total = response.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let found = try Self.fit(response, reference.terms).only("loo_r2")
    #expect(found.isNear(1 - left / total, relative: 1e-9))
  }

  @Test func doesNotDependOnTheScaleOrOriginOfATerm() throws {
    let reference = RegressReference.all[2]
    let far = reference.terms.map { $0.map { 1e-3 * $0 + 1e3 } }
    let (near, moved) = (
      try Self.fit(reference.response, reference.terms), try Self.fit(reference.response, far)
    )
    for name in ["r2", "loo_r2", "rms"] {
      #expect(try moved.only(name).isNear(near.only(name), relative: 1e-8))
    }
    #expect(try moved.only("x1").isNear(1e3 * near.only("x1"), relative: 1e-6))
  }

  @Test func refusesAConstantResponse() throws {
    #expect(
      try Self.reason([0.1, 0.1, 0.1, 0.1], [[1, 2, 3, 5]])
        == "the response is the same in all rows")
    #expect(
      try Self.reason([3, 3, 3, 3], [[1, 2, 3, 5]]) == "the response is the same in all rows")
  }

  @Test(arguments: 2...40)
  func refusesAConstantWhateverItsRounding(_ count: Int) throws {
    let x = (0..<(count + 1)).map { Double($0 * $0) }
    for value in [0.1, 1.0 / 3, -7e-5, 1e22] {
      #expect(
        try Self.reason([Double](repeating: value, count: count + 1), [x])
          == "the response is the same in all rows")
    }
  }

  /// Without its one row the term cannot be fitted, so that the row cannot be predicted.
  @Test func hasNoLeaveOneOutValueWhereARowDecidesATermAlone() throws {
    for height in [1, 0.1, 1e-3, 77] {
      let table = try Self.fit(
        [1, 3, 2, 5, 4, 9], [[1, 2, 3, 4, 5, 6], [0, 0, height, 0, 0, 0]])
      #expect(try table.only("loo_r2").isNaN)
      #expect(try table.only("r2") > 0.5)
    }
  }
}
