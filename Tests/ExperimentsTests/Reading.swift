import Plans
import Specs
import Steps
import Support
import Tables
import Testing

/// Ways from text to the parts of a spec, for tests that need no whole run.
enum Reading {
  /// A spec without mistakes of its own; the tables it reads may be unknown.
  static func spec(_ text: String, name: String = "test.json") throws -> ExperimentSpec {
    let report = InputReport()
    let node = JSONParser.parse(SourceText(name: name, text: text), report)
    let spec = node.flatMap { ExperimentSpec.checked($0, report) }
    #expect(report.diagnostics.map(\.rendered) == [])
    return try #require(spec)
  }

  /// The tables that a step makes from others, checked against the schemas it tells.
  static func tables(_ step: String, from tables: [Table]) throws -> TableSet {
    let spec = try spec(MadeUp.spec(#""analyses": [{"name": "made", \#(step)}]"#))
    let analysis = try #require(spec.analyses.first)
    let report = InputReport()
    let set = TableSet(tables)
    let promised = analysis.makes(from: set.schemas, report)
    #expect(report.diagnostics.map(\.rendered) == [])
    let context = StepContext(
      computations: [], steps: [analysis], needed: Set(promised.map(\.name)),
      methods: Dictionary(uniqueKeysWithValues: spec.methods.map { ($0.family, $0.version) }))
    let made = analysis.run(on: set, context).tables
    #expect(made.map(\.schema) == promised)
    return TableSet(made)
  }

  /// The table that a step makes.
  static func table(_ step: String, from tables: [Table]) throws -> Table {
    try #require(try Self.tables(step, from: tables)["made"])
  }

  static func expression(_ text: String) throws -> Expression {
    let report = InputReport()
    let expression = Expression(parsing: SourceText(name: "test", text: text), report)
    #expect(report.diagnostics.map(\.rendered) == [])
    return try #require(expression)
  }
}

extension Plan {
  /// What the plan finds, computed on this thread.
  func computed() -> RunResults {
    results(
      from: computations.map { computation in
        let count = computation.unitCount * computation.recordWidth
        var records = [Double](repeating: .nan, count: count)
        records.withUnsafeMutableBufferPointer {
          computation.compute(0..<computation.unitCount, into: $0)
        }
        return records
      })
  }
}

extension Table {
  /// The values of a row as text, joined by spaces; `-` where missing.
  func line(_ row: Int) -> String {
    schema.columns.indices.map { column in
      let text = text(row: row, column: column)
      return text.isEmpty ? "-" : text
    }.joined(separator: " ")
  }

  var lines: [String] { (0..<rowCount).map(line) }

  var header: String { schema.columns.map(\.name).joined(separator: " ") }
}
