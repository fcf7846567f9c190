import Numerics
import Support

/// Bins between quantiles of an expression over the rows of a group; a bin takes its lower edge,
/// and reaches beyond its upper one by `widen`.
struct QuantileBins: Keyed {
  static let keys: [ObjectKey<Self>] = [
    .required("quantiles", \.quantity, .expression, "what the bins are made of"),
    .value("count", \.count, .integer(in: 2...1_000), "how many bins"),
    .value(
      "widen", \.widening, .notNegative("a bin cannot be widened by less than nothing"),
      "how far a bin reaches beyond its upper edge"),
  ]

  private(set) var quantity = Expression.always
  private var count = 4
  private var widening = 0.0

  /// Whether a row may be in several bins.
  var overlap: Bool { widening > 0 }

  /// The names of the bins, from the lowest up.
  var labels: [String] { (1...count).map { "q\($0)" } }

  /// Sorts rows into the bins, from the lowest up.
  ///
  /// A bin takes its lower edge and not its upper one, but for the last, which takes both. So a row
  /// on edges that coincide lies in the last of their bins, and every row with a value in some bin.
  ///
  /// - Parameters:
  ///   - values: The quantity in every row of the table.
  ///   - rows: The rows of a group.
  /// - Returns: The rows of each bin, in their order.
  func parts(_ values: [Double], among rows: [Int]) -> GroupParts {
    let present = rows.map { values[$0] }.filter(\.isFinite)
    guard !present.isEmpty else {
      return GroupParts(rows: [[Int]](repeating: [], count: count), hasEqualEdges: false)
    }
    let edges = (0...count).map {
      Statistics.quantile(Double($0) / Double(count), of: present)
    }
    let parts = (0..<count).map { bin in
      let isLast = bin == count - 1
      let top = edges[bin + 1] + widening
      return rows.filter { row in
        values[row] >= edges[bin] && (values[row] < top || (isLast && values[row] <= top))
      }
    }
    return GroupParts(
      rows: parts, hasEqualEdges: (0..<count).contains { edges[$0] == edges[$0 + 1] })
  }
}
