import Support

/// The rows in which no quantity of a step is missing, and how many are left out.
struct CompleteRows {
  /// What must be there, with its name; shape `[rows]`.
  typealias Quantity = (name: String, values: [Double])

  /// Those that miss nothing, in order.
  let rows: [Int]
  /// How many there were.
  private let total: Int
  /// The quantities that some row misses.
  private let missing: [String]

  /// Sorts rows out.
  ///
  /// - Parameters:
  ///   - candidates: The rows that may take part.
  ///   - quantities: What must be there.
  init(among candidates: [Int], of quantities: [Quantity]) {
    rows = candidates.filter { row in quantities.allSatisfy { $0.values[row].isFinite } }
    total = candidates.count
    let incomplete =
      rows.count == total
      ? []
      : quantities.filter { quantity in
        candidates.contains { !quantity.values[$0].isFinite }
      }
    missing = incomplete.map(\.name).distinct
  }

  /// How many parts a sentence names before it breaks off.
  private static let most = 4

  /// Says how many rows are left out, in one sentence; none where every row is complete.
  ///
  /// - Parameters:
  ///   - step: The name of the step.
  ///   - counts: What its parts left out, of the same rows.
  /// - Returns: The sentence as a list.
  static func notes(_ step: String, _ counts: [CompleteRows]) -> [String] {
    let parts = counts.filter { $0.rows.count < $0.total }.map { part in
      let left = part.total - part.rows.count
      return "\(left.grouped) of \(part.total.grouped) rows miss "
        + list(part.missing, separator: " or ")
    }.distinct
    return parts.isEmpty ? [] : ["\(step): \(list(parts, separator: ", ")) and are left out"]
  }

  private static func list(_ words: [String], separator: String) -> String {
    words.count > most
      ? words.prefix(most).joined(separator: separator) + " …" : words.joined(separator: separator)
  }
}
