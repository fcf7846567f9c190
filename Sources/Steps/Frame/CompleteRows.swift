import Support

/// The rows in which no quantity of a step is missing, and how many are left out.
struct CompleteRows {
  /// What must be there, with its name; shape `[rows]`.
  typealias Quantity = (name: String, values: [Double])

  /// How many rows there were and were kept, and what the others miss.
  struct Account: Sendable {
    /// How many rows there were.
    private(set) var total: Int
    /// How many of them miss nothing.
    private(set) var kept: Int
    /// Whether some row misses a quantity; shape `[quantities]`.
    private var isMissed: [Bool]
    private let names: [String]

    fileprivate init(total: Int, kept: Int, isMissed: [Bool], names: [String]) {
      (self.total, self.kept, self.isMissed, self.names) = (total, kept, isMissed, names)
    }

    /// All rows of some parts, counted by the same quantities; `nil` for no part.
    init?(of parts: [Account]) {
      guard let first = parts.first else { return nil }
      self = first
      for part in parts.dropFirst() { add(part) }
    }

    /// The quantities that some row misses.
    var missing: [String] { zip(names, isMissed).filter { $0.1 }.map(\.0).distinct }

    private mutating func add(_ other: Account) {
      total += other.total
      kept += other.kept
      isMissed = zip(isMissed, other.isMissed).map { $0 || $1 }
    }
  }

  /// Those that miss nothing, in order.
  let rows: [Int]
  let account: Account

  /// Sorts rows out.
  ///
  /// - Parameters:
  ///   - candidates: The rows that may take part.
  ///   - quantities: What must be there.
  init(among candidates: [Int], of quantities: [Quantity]) {
    var rows = candidates
    let isMissed = quantities.map { quantity in
      quantity.values.withUnsafeBufferPointer { values in
        candidates.contains { !values[$0].isFinite }
      }
    }
    for (quantity, isMissed) in zip(quantities, isMissed) where isMissed {
      rows.removeAll { !quantity.values[$0].isFinite }
    }
    self.rows = rows
    account = Account(
      total: candidates.count, kept: rows.count, isMissed: isMissed, names: quantities.map(\.name))
  }

  /// How many parts a sentence names before it breaks off.
  private static let most = 4

  /// Says how many rows are left out, in one sentence; none where every row is complete.
  ///
  /// - Parameters:
  ///   - step: The name of the step.
  ///   - counts: What its parts left out, of the same rows.
  /// - Returns: The sentence as a list.
  static func notes(_ step: String, _ counts: [Account]) -> [String] {
    let parts = counts.filter { $0.kept < $0.total }.map { part in
      let left = part.total - part.kept
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
