import Foundation

/// A JSON table of `Tests/Reference`, read once per use.
enum ReferenceTable {
  static func read<Table: Decodable>(_ name: String, as type: Table.Type) throws -> Table {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Reference/\(name)").standardized
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }

  /// Searches that scipy made, from `minimisers.json`.
  struct Searches: Decodable {
    struct Scalar: Decodable {
      let function: String
      let lower: Double
      let upper: Double
      let tolerance: Double
      let limit: Int
      let point: Double
      let evaluations: Int
      let hitLimit: Bool
      let path: [Double]
    }

    struct Plane: Decodable {
      let function: String
      let start: [Double]
      let xatol: Double
      let fatol: Double
      let maxiter: Int?
      let maxfev: Int?
      let point: [Double]
      let iterations: Int
      let evaluations: Int
      let hitLimit: Bool
      let path: [[Double]]
    }

    let scalar: [Scalar]
    let plane: [Plane]
  }

  /// Student's t and scipy's correlations, from `correlation.json`.
  struct Correlations: Decodable {
    struct Row: Decodable {
      let x: [Double]
      let y: [Double]
      let controls: [[Double]]
      let pearson: Double
      let pearsonProbability: Double
      let spearman: Double
      let spearmanProbability: Double
      let ranks: [Double]
      let partial: Double
      let partialProbability: Double
    }

    /// Rows of t, degrees of freedom and the probability.
    let studentT: [[Double]]
    let correlations: [Row]
  }
}
