import Support
import Tables
import TestKit
import Testing

@Suite("A regression")
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

  /// y = 0, 1, 3 at x = 0, 1, 2: slope 3/2, intercept −1/6, residuals 1/6, −1/3, 1/6.
  @Test func agreesWithTheHand() throws {
    let table = try Self.fit([0, 1, 3], [[0, 1, 2]])
    #expect(
      table.header
        == "n r2 adjusted_r2 loo_r2 rms reason const e_const x1 e_x1")
    #expect(try table.only("x1").isNear(1.5))
    #expect(try table.only("const").isNear(-1.0 / 6))
    // Σr² = 1/6 of a total of 14/3, one degree of freedom, Σ(x − x̄)² = 2.
    #expect(try table.only("r2").isNear(27.0 / 28))
    #expect(try table.only("adjusted_r2").isNear(13.0 / 14))
    #expect(try table.only("rms").isNear((1.0 / 18).squareRoot()))
    #expect(try table.only("e_x1").isNear((1.0 / 12).squareRoot()))
    // Without each in turn: −1 for 0, 3/2 for 1, 2 for 3.
    #expect(try table.only("loo_r2").isNear(1 - (1 + 0.25 + 1) * 3 / 14))
  }

  @Test func hasAnInterceptAloneWithoutTerms() throws {
    let table = try Self.fit([1, 2, 6], [])
    #expect(try table.only("const").isNear(3))
    #expect(try table.only("r2").isNear(0, absolute: 1e-15))
    #expect(try table.only("rms").isNear((14.0 / 3).squareRoot()))
    #expect(try table.only("e_const").isNear((7.0 / 3).squareRoot()))
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

  @Test func refusesADependentTermByItsName() throws {
    let (x, y) = ([1.0, 2, 3, 4, 5], [1.0, 3, 2, 5, 4])
    #expect(
      try Self.reason(y, [x], columns: #""x1", "2 * x1 - 1""#)
        == "term 2 * x1 - 1 depends on those before it")
    #expect(
      try Self.reason(y, [x, [7, 7, 7, 7, 7]]) == "term x2 depends on those before it")
    #expect(
      try Self.reason(y, [x, [0, 0, 0, 0, 0]]) == "term x2 depends on those before it")
    // The sum of two terms, which is told of the last of the three.
    #expect(
      try Self.reason(
        [1, 2, 3, 4, 5, 7], [[1, 2, 3, 4, 5, 6], [1, 0, 2, 5, 1, 1]],
        columns: #""x1", "x2", "x1 + x2""#) == "term x1 + x2 depends on those before it")
    // Far from dependent, though small.
    #expect(try Self.fit(y, [x], columns: #""1e-30 * x1""#).texts("reason") == [""])
  }

  @Test func refusesNoMoreRowsThanCoefficients() throws {
    let tooFew = "no more rows than coefficients"
    #expect(try Self.reason([1, 2], [[1, 3]]) == tooFew)
    #expect(try Self.reason([1, 2], [[1, 3], [2, 5]]) == tooFew)
    #expect(try Self.reason([1], []) == tooFew)
    #expect(try Self.fit([1, 2, 4], [[1, 3, 4]]).texts("reason") == [""])
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

  @Test func needsItsMinimum() throws {
    let (x, y) = ([[1.0, 2, 3, 5]], [1.0, 2, 4, 3])
    #expect(try Self.fit(y, x, #", "minimum_n": 4"#).texts("reason") == [""])
    #expect(
      try Self.reason(y, x, #", "minimum_n": 5"#) == "fewer rows than minimum_n")
    #expect(
      try Self.reason(y, x, #", "where": "y > 100""#) == "the group has no rows")
  }

  @Test func leavesOutRowsThatMissSomething() throws {
    let table = try Self.fit(
      [0, .nan, 1, 3, 9, 8], [[0, 5, 1, 2, .nan, 0]], columns: #""x1", "log10(x1 + 1)""#)
    #expect(try table.only("n") == 4)
    // 1/x is infinite where x is zero.
    let inverse = try Self.fit([0, 1, 3, 9], [[0, 1, 2, 5]], columns: #""1 / x1""#)
    #expect(try inverse.only("n") == 3)
  }

  @Test func namesTheColumnsOfItsCoefficients() throws {
    let columns = #""x1 * x2", "x1^2", "-x2", "log10(x1)", "2 * x1 / (x2 + 1)""#
    let table = try Self.fit(
      [1, 5, 2, 4, 9, 3, 7, 1], [[1, 2, 3, 4, 5, 6, 7, 8.5], [2, 7, 1, 8, 2, 8, 1, 8]],
      columns: columns)
    let names = table.schema.columns.map(\.name).dropFirst(6).filter { !$0.hasPrefix("e_") }
    #expect(names == ["const", "x1_x2", "x1_2", "x2", "log10_x1", "t_2_x1_x2_1"])
    let texts = table.schema.columns.map(\.summary)
    #expect(texts.contains("coefficient of x1 * x2"))
  }
}
