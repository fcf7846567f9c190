import Models
import Numerics
package import Tables

/// How the fits of each model turned out: how many of each status, and the median of reduced χ².
///
/// It takes the rows of the table one part after the other; of very many they come twice.
package struct FitOverview: Sendable {
  /// The fits of one model.
  package struct Line: Sendable {
    package let model: String
    /// How many fits have each status, in the order of `FitStatus.allCases`.
    package fileprivate(set) var counts = [Int](repeating: 0, count: FitStatus.allCases.count)
    fileprivate var reduced = RunningMedian()

    /// The median of reduced χ²; NaN where no fit has one.
    package var median: Double { reduced.value }
  }

  /// A line for each model.
  package private(set) var lines: [Line]
  /// The status that each word of the table stands for.
  private let statuses: [Int?]

  /// Starts without rows; `nil` if the table is none of fits.
  package init?(_ schema: TableSchema) {
    guard schema.name == TableName.fits, let models = schema["model"]?.vocabulary,
      let words = schema["status"]?.vocabulary, schema["chi2_reduced"] != nil
    else { return nil }
    lines = models.map { Line(model: $0) }
    statuses = words.map { word in FitStatus.allCases.firstIndex { $0.rawValue == word } }
  }

  /// Takes in rows.
  package mutating func take(_ rows: Table) {
    let (models, words, reduced) = Self.columns(of: rows)
    for row in models.indices {
      guard let line = lines.index(models[row]) else { continue }
      if let word = statuses.index(words[row]), let status = statuses[word] {
        lines[line].counts[status] += 1
      }
      if !reduced[row].isNaN { lines[line].reduced.add(reduced[row]) }
    }
  }

  /// Whether all rows have to be taken in again.
  package var needsAnotherLook: Bool { lines.contains { $0.reduced.needsAnotherLook } }

  /// Begins to take them in again.
  package mutating func lookAgain() {
    for line in lines.indices { lines[line].reduced.lookAgain() }
  }

  /// Takes in rows again.
  package mutating func takeAgain(_ rows: Table) {
    let (models, _, reduced) = Self.columns(of: rows)
    for row in models.indices where !reduced[row].isNaN {
      guard let line = lines.index(models[row]) else { continue }
      lines[line].reduced.addAgain(reduced[row])
    }
  }

  private static func columns(of rows: Table) -> ([Double], [Double], [Double]) {
    (rows.values("model"), rows.values("status"), rows.values("chi2_reduced"))
  }
}

extension Array {
  /// The position that a stored word stands for; `nil` for a missing one, or one that is not known.
  fileprivate func index(_ code: Double) -> Int? {
    code.isNaN || code >= Double(count) ? nil : Int(code)
  }
}
