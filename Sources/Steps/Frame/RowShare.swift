import Support

/// How many rows a part of a step could use, and what the others miss.
package struct RowShare: Sendable {
  private var kept: Int
  private var total: Int
  /// What must be there, by name, and whether some row misses it.
  private var quantities: [(name: String, isMissing: Bool)]

  init(kept: Int, of total: Int, _ quantities: [(name: String, isMissing: Bool)]) {
    (self.kept, self.total, self.quantities) = (kept, total, quantities)
  }

  /// The share of a part in all rows, of those in rows that follow one another; `nil` for none.
  init?(of shares: [RowShare]) {
    guard let first = shares.first else { return nil }
    self = first
    for share in shares.dropFirst() { add(share) }
  }

  /// Adds the share of the same part in the rows that follow.
  mutating func add(_ next: RowShare) {
    kept += next.kept
    total += next.total
    for (place, quantity) in next.quantities.enumerated() where quantity.isMissing {
      quantities[place].isMissing = true
    }
  }

  /// How many parts a sentence names before it breaks off.
  private static let most = 4

  /// Says how many rows are left out, in one sentence; none where every row is complete.
  ///
  /// - Parameters:
  ///   - step: The name of the step.
  ///   - shares: Those of its parts, of the same rows.
  /// - Returns: The sentence as a list.
  static func notes(_ step: String, _ shares: [RowShare]) -> [String] {
    let parts = shares.filter { $0.kept < $0.total }.map { share in
      let missing = share.quantities.filter(\.isMissing).map(\.name).distinct
      return "\((share.total - share.kept).grouped) of \(share.total.grouped) rows miss "
        + list(missing, separator: " or ")
    }.distinct
    return parts.isEmpty ? [] : ["\(step): \(list(parts, separator: ", ")) and are left out"]
  }

  private static func list(_ words: [String], separator: String) -> String {
    words.count > most
      ? words.prefix(most).joined(separator: separator) + " …" : words.joined(separator: separator)
  }
}
