import Foundation
import Tables
import Testing

/// A regression that mpmath worked out, from `Tests/Reference/regression.json`.
struct RegressReference: Decodable, CustomTestStringConvertible, Sendable {
  /// Shape `[terms][rows]`.
  let terms: [[Double]]
  let response: [Double]
  /// Intercept and one a term.
  let coefficients: [Double]
  let errors: [Double]
  let r2: Double
  let adjustedR2: Double
  let looR2: Double
  let rms: Double
  let residuals: [Double]
  let leverages: [Double]

  var testDescription: String { "\(response.count) rows, \(terms.count) terms" }

  static let all: [RegressReference] =
    (try? ReferenceFile.read("regression.json", as: [RegressReference].self)) ?? []

  /// The rows as a table with the columns `y`, `x1`, `x2` ….
  var table: Table { Self.table(response, terms) }

  /// A table with a row for each galaxy.
  static func table(_ response: [Double], _ terms: [[Double]]) -> Table {
    let columns = ["y"] + terms.indices.map { "x\($0 + 1)" }
    return Table(
      TableSchema(
        "rows", axes: [], keys: ["galaxy"],
        columns: [
          ColumnSchema("galaxy", .word(response.indices.map { "G\($0)" }), "galaxy")
        ] + columns.map { ColumnSchema($0, "number") }),
      [response.indices.map(Double.init), response] + terms)
  }

  /// The names of some terms as they stand in a spec.
  static func names(_ count: Int) -> String {
    (1...count).map { "\"x\($0)\"" }.joined(separator: ", ")
  }
}

/// The files of `Tests/Reference`.
enum ReferenceFile {
  static func read<Contents: Decodable>(_ name: String, as type: Contents.Type) throws -> Contents {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Reference/\(name)").standardizedFileURL
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }
}
