import Plans
import Runs
import Support
import Tables

/// What a version of a method is: its definition, and the numbers it gives for made galaxies.
struct MethodRecord: Equatable {
  /// What is tried, and its version: `linear v1_fixed_ML`; one word for what has no version of its
  /// own and stands under the number of the engine alone.
  let name: String
  let definition: JSONValue
  let results: [ResultTable]

  init(_ name: String, definition: JSONValue, results: [ResultTable]) {
    self.name = name
    self.definition = definition
    self.results = results
  }

  /// Whether the method has a version of its own.
  var hasVersion: Bool { name.contains(" ") }

  subscript(table: String) -> ResultTable? {
    results.first { $0.name == table }
  }

  // MARK: As text

  private static let definitionMark = "definition"

  /// The text of a golden file.
  var text: String {
    var definition = String(decoding: definition.readableBytes, as: UTF8.self)
    definition.removeLast()
    let parts = ["\(name)", "\(Self.definitionMark)\n\(definition)"]
    return (parts + results.map { $0.lines.joined(separator: "\n") })
      .joined(separator: "\n\n") + "\n"
  }

  /// Reads a golden file; `nil` if it is none.
  init?(text: String) {
    let parts = text.split(separator: "\n\n").map { $0.split(separator: "\n") }
    guard parts.count >= 2, parts[1].first == Self.definitionMark[...],
      let definition = JSONParser.value(
        of: Array(parts[1].dropFirst().joined(separator: "\n").utf8))
    else { return nil }
    self.init(
      parts[0].joined(separator: " "), definition: definition,
      results: parts.dropFirst(2).map(ResultTable.init(lines:)))
  }
}

extension [ResultTable] {
  /// The tables of a spec over made galaxies.
  ///
  /// - Parameters:
  ///   - plan: The spec, worked out.
  ///   - folder: What stands before the names of the tables.
  ///   - tables: Which tables; all that something is computed for, by default.
  /// - Throws: ``Interrupted``, though nothing stops it.
  init(of plan: Plan, in folder: String = "", tables: [String]? = nil) throws {
    let records = Scheduler.records(of: plan, jobs: 1)
    let known = ["galaxies", "truth", "cut_flow", "dropped"]
    self = plan.results(from: records).tables.all
      .filter { tables?.contains($0.name) ?? !known.contains($0.name) }
      .map { ResultTable($0, named: folder + $0.name) }
  }
}
