import Galaxies
import Numerics
import Support
import Tables
import TestKit
import Testing

@Suite("An expression over a table", .limited)
struct ExpressionEvaluationTests {
  private static let tables = TableSet([SmallTables.catalogue, SmallTables.fits])

  private static func checked(
    _ text: String, over table: Table, expecting kind: ExpressionKind
  ) throws -> Expression {
    let expression = try Reading.expression(text)
    let report = InputReport()
    expression.check(in: TableNames(table.schema, tables.schemas), expecting: kind, report)
    #expect(report.messages == [])
    return expression
  }

  private static func numbers(
    _ text: String, over table: Table = SmallTables.scan
  ) throws -> [Double] {
    try checked(text, over: table, expecting: .number).numbers(over: table, tables)
  }

  private static func rows(_ text: String, of table: Table = SmallTables.fits) throws -> [Int] {
    try checked(text, over: table, expecting: .boolean).rows(of: table, tables)
  }

  /// Formulas over the first row of `scan`: upsilon_disk 0.2, score 1, n 10.
  static let formulas: [(text: String, value: Double)] = [
    ("n + score * 2", 12), ("(n + score) * 2", 22), ("n - score - 1", 8), ("n / 4 / 2", 1.25),
    ("-n^2", -100), ("2^3^2", 512), ("10^-2", 0.01), ("n * -upsilon_disk", -2),
    ("0.5 * 10^(-2 * score)", 0.005), ("abs(-n)", 10), ("sqrt(n * 10)", 10),
    ("exp(0) + ln(1)", 1), ("log10(n * 100)", 3), ("tanh(0)", 0), ("min(n, score, 3)", 1),
    ("max(n, score, 30)", 30), ("floor(-2.5)", -3), ("ceil(-2.5)", -2), ("round(2.5)", 3),
    ("round(-2.5)", -3), ("if(n > 5, score, 7)", 1), ("if(n < 5, score, 7)", 7),
    ("if(missing(score), 1, 2)", 2), ("if(missing(n / 0), 1, 2)", 1),
  ]

  @Test(arguments: formulas)
  func isWorkedOut(_ example: (text: String, value: Double)) throws {
    #expect(try Self.numbers(example.text)[0].isNear(example.value, relative: 1e-15))
  }

  @Test func usesTheFunctionsOfTheProgram() throws {
    #expect(try Self.numbers("exp(score)")[0] == Elementary.exp(1))
    #expect(try Self.numbers("ln(n)")[0] == Elementary.log(10))
    #expect(try Self.numbers("n^0.3")[0] == Elementary.pow(10, 0.3))
  }

  @Test func isMissingWhereAPartIs() throws {
    for text in [
      "score + 1", "-score", "score * 0", "abs(score)", "min(score, 1)", "max(1, score)",
      "score^0.5", "if(n > 0, score, 1)", "score^0", "1^score", "0 * score",
    ] {
      let values = try Self.numbers(text)
      #expect(values.map(\.isNaN) == [false, false, false, false, true], "\(text)")
    }
    #expect(try Self.numbers("sqrt(-n)").allSatisfy(\.isNaN))
    #expect(try Self.numbers("if(missing(score), 0, score)") == [1, 4, 5, 5, 0])
  }

  /// What is not finite is missing as soon as it comes up, so nothing that follows makes a number
  /// of it.
  @Test(arguments: [
    "n / 0", "-n / 0", "0 / (score - score)", "log10(0 * n)", "ln(n - 10)", "exp(100 * n)",
    "10^(40 * n)", "0^-score", "1e200 * n^200", "tanh(n / 0)", "1 / (n / 0)", "10^log10(0 * n)",
    "min(n / 0, 5)", "max(log10(0 * n), -3)", "floor(n / 0)", "abs(log10(0 * n))",
    "if(n > 5, n / 0, 1)", "if(n / 0 > 5, 1, score / 0)", "(n / 0)^0", "1^log10(0 * n)",
    "0 * (n / 0)",
  ])
  func isMissingWhereItIsNotFinite(text: String) throws {
    let values = try Self.numbers(text)
    #expect(values[0].isNaN, "\(text): \(values[0])")
    #expect(try Self.rows("missing(\(text))", of: SmallTables.scan).contains(0))
    for sign in ["<", "<=", ">", ">=", "==", "!="] {
      #expect(try !Self.rows("\(text) \(sign) 3", of: SmallTables.scan).contains(0))
    }
  }

  @Test func isMissingInAColumnThatHoldsAnInfinity() throws {
    let table = Table(
      TableSchema("old", axes: [], keys: [], columns: [ColumnSchema("x", "as older runs had it")]),
      [[.infinity, -.infinity, 1]])
    func rows(_ text: String) throws -> [Int] {
      try Self.checked(text, over: table, expecting: .boolean).rows(of: table, Self.tables)
    }
    #expect(try rows("missing(x)") == [0, 1])
    #expect(try rows("x < 5 or x > 5 or x != 5") == [2])
  }

  @Test func comparesNothingWithWhatIsMissing() throws {
    for sign in ["<", "<=", ">", ">=", "==", "!="] {
      let scan = SmallTables.scan
      #expect(try !Self.rows("score \(sign) 3", of: scan).contains(4))
      #expect(try !Self.rows("3 \(sign) score", of: scan).contains(4))
    }
    #expect(try Self.rows("score != score", of: SmallTables.scan) == [])
    #expect(try Self.rows("missing(score)", of: SmallTables.scan) == [4])
  }

  @Test func combinesConditions() throws {
    let scan = SmallTables.scan
    #expect(try Self.rows("score >= 4 and n < 13", of: scan) == [1, 2])
    #expect(try Self.rows("score < 4 or n > 13", of: scan) == [0, 4])
    #expect(try Self.rows("not (score < 5)", of: scan) == [2, 3, 4])
    #expect(try Self.rows("true", of: scan) == [0, 1, 2, 3, 4])
    #expect(try Self.rows("false", of: scan) == [])
    #expect(try Self.rows("good and bic > 8") == [0, 1, 2, 3, 11])
  }

  @Test func comparesWords() throws {
    #expect(try Self.rows("galaxy == 'B'") == [2, 3, 8, 9])
    #expect(try Self.rows("'one' != model") == [1, 3, 5, 7, 9, 11])
    #expect(try Self.rows("status == 'out'") == [2, 6, 7, 11])
    #expect(try Self.rows("status != 'out'") == [0, 1, 3, 4, 8, 9, 10])
    #expect(try Self.rows("missing(status)") == [5])
    #expect(try Self.rows("if(good, galaxy, 'B') == 'B'") == [2, 3, 4, 8, 9])
    #expect(try Self.rows("if(model == 'one', galaxy, status) == 'C'") == [4, 10])
  }

  @Test func looksForValuesInLists() throws {
    #expect(try Self.rows("galaxy in ('B', 'C')") == [2, 3, 4, 5, 8, 9, 10, 11])
    #expect(try Self.rows("galaxy not in ('B', 'C')") == [0, 1, 6, 7])
    // What is missing is neither in a list nor out of it.
    #expect(try Self.rows("status in ('out')") == [2, 6, 7, 11])
    #expect(try Self.rows("status not in ('out')") == [0, 1, 3, 4, 8, 9, 10])
    #expect(try Self.rows("not status in ('out')") == [0, 1, 3, 4, 5, 8, 9, 10])
    #expect(try Self.rows("-score in (-4, -1, 7)", of: SmallTables.scan) == [0, 1])
    #expect(try Self.rows("score not in (4, 5)", of: SmallTables.scan) == [0])
    #expect(try Self.rows("if(good, galaxy, 'Z') in ('Z')") == [4])
  }

  @Test func looksIntoTheCatalogueByGalaxy() throws {
    let speeds = try Self.numbers("v_flat", over: SmallTables.fits)
    #expect(
      speeds.map { $0.isNaN ? -1 : $0 } == [100, 100, 50, 50, -1, -1, 100, 100, 50, 50, -1, -1])
    #expect(try Self.rows("class == 'late'") == [0, 1, 6, 7])
    #expect(try Self.rows("class != 'late'") == [2, 3, 8, 9])
    #expect(try Self.rows("missing(v_flat)") == [4, 5, 10, 11])
  }

  @Test func prefersTheColumnsOfItsOwnTable() throws {
    #expect(try Self.numbers("bic", over: SmallTables.fits)[0] == 10)
    #expect(try Self.numbers("galaxies.bic", over: SmallTables.fits)[0] == -2)
  }

  @Test func joinsATableWithFewerKeys() throws {
    let sums = try Reading.tables(
      #""summarize": "fits", "columns": ["bic"], "statistics": ["max"], "by": "galaxy""#,
      from: [SmallTables.fits])
    // Its keys are upsilon_disk, galaxy and column: rows of fits have no column.
    let names = TableNames(SmallTables.fits.schema, sums.schemas)
    #expect(names.kind(of: "made.max") == nil)
    let counts = try Reading.tables(
      #""select": "fits", "maximum": "bic", "by": ["upsilon_disk", "galaxy"]"#,
      from: [SmallTables.fits])
    let excess = try Reading.expression("made.best - bic")
    let values = excess.numbers(over: SmallTables.fits, counts)
    #expect(values.map { $0.isNaN ? -1 : $0 } == [3, 0, 0, 9, 0, 1, 0, 0, 0, -1, 12, 0])
  }

  @Test func knowsNoColumnOfATableWithOtherKeys() {
    let schemas = SchemaSet([SmallTables.fits.schema, SmallTables.catalogue.schema])
    let names = TableNames(SmallTables.catalogue.schema, schemas)
    #expect(names.kind(of: "fits.bic") == nil)
    #expect(names.kind(of: "v_flat") == .number)
    #expect(TableNames(SmallTables.scan.schema, schemas).kind(of: "v_flat") == nil)
  }
}
