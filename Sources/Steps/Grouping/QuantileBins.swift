import Numerics
import Support
import Tables

/// Bins between quantiles of an expression over the rows of a group; a bin takes its lower edge,
/// and reaches beyond its upper one by `widen`.
struct QuantileBins: Keyed {
  static let keys: [ObjectKey<Self>] = [
    .required("quantiles", \.quantity, .expression, "what the bins are made of"),
    .value("count", \.count, .integer(from: 2), "how many bins"),
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

  /// The rows of each bin, from the lowest up; rows keep their order.
  func members(of table: Table, _ tables: TableSet, among rows: [Int]) -> [[Int]] {
    let values = quantity.numbers(over: table, tables)
    let present = rows.map { values[$0] }.filter { !$0.isNaN }
    let none = [[Int]](repeating: [], count: count)
    guard !present.isEmpty else { return none }
    let edges = (0...count).map {
      Statistics.quantile(Double($0) / Double(count), of: present)
    }
    // Nothing lies between the quantiles of a constant.
    guard edges[0] < edges[count] else { return none }
    return (0..<count).map { bin in
      let isLast = bin == count - 1
      let top = edges[bin + 1] + widening
      return rows.filter { row in
        values[row] >= edges[bin] && (values[row] < top || (isLast && values[row] <= top))
      }
    }
  }
}
