import Galaxies
import Models
import Plans
import Runs
import Support
import Tables
import Testing

/// What a version of a method is: its definition, and the numbers it gives for made galaxies.
struct MethodRecord {
  /// Family and version (`rational-taper v1_rational_taper`), or `engine` for what has no version of
  /// its own; always with the number of the engine.
  let key: String
  let definition: JSONValue
  /// Tables by name, columns by name, values as one text with all digits.
  let results: JSONValue

  init(_ name: String, definition: JSONValue, results: JSONValue) {
    key = name == "engine" ? "engine \(Engine.number)" : "\(name), engine \(Engine.number)"
    self.definition = definition
    self.results = results
  }

  var json: JSONValue { ["definition": definition, "results": results] }
}

extension JSONValue {
  /// The tables of a spec over made galaxies.
  ///
  /// - Parameters:
  ///   - plan: The spec, worked out.
  ///   - tables: Which tables; all that something is computed for, by default.
  /// - Throws: ``Interrupted``, though nothing stops it.
  init(results plan: Plan, tables: [String]? = nil) throws {
    let records = Scheduler.records(of: plan, jobs: 1)
    let known = ["galaxies", "truth", "cut_flow", "dropped"]
    let made = plan.results(from: records).tables.all
      .filter { tables?.contains($0.name) ?? !known.contains($0.name) }
    self.init(tables: made)
  }

  /// Tables as an object of objects of columns.
  init(tables: [Table]) {
    self = .object(
      tables.map { table in
        .init(
          table.name,
          .object(
            table.schema.columns.enumerated().map { index, column in
              .init(
                column.name,
                .string(
                  (0..<table.rowCount).map { table.text(row: $0, column: index) }
                    .joined(separator: MethodGuard.separator)))
            }))
      })
  }
}
