/// How a table that both sides have moved.
package struct TableDiff: Equatable, Sendable {
  package let name: String
  /// How many rows the table has on either side.
  package let oldRows: Int
  package let newRows: Int
  /// The columns whose unit or kind differs, which no tolerance allows.
  package let declarations: [DeclarationDiff]
  package let content: Content

  /// What was compared.
  package enum Content: Equatable, Sendable {
    /// Nothing: the files, or the digests of all columns, are equal.
    case equal
    /// The rows, joined on their keys.
    case rows(RowsDiff)
    /// The digests and statistics of manifests; the columns that differ.
    case digests([DigestDiff])
    /// One digest of all columns, as a side has no others; they differ.
    case whole
    /// Nothing: the tables have different keys.
    case keyedDifferently(old: [String], new: [String])
  }

  /// Whether the table is the same on both sides, within the tolerance.
  package var isEmpty: Bool { declarations.isEmpty && hasEqualContent }

  private var hasEqualContent: Bool {
    switch content {
    case .equal: true
    case .rows(let rows): rows.isEmpty
    case .digests(let columns): columns.isEmpty && oldRows == newRows
    case .whole, .keyedDifferently: false
    }
  }

  /// Why no rows could be joined; `nil` if some were.
  var obstacle: String? {
    if isComparable { return nil }
    guard case .keyedDifferently(let old, let new) = content else {
      return "no row of '\(name)' has the same keys on both sides"
    }
    return "the keys of '\(name)' are \(old.joined(separator: ", ")) in the first and "
      + "\(new.joined(separator: ", ")) in the second"
  }

  /// Whether no row of either side was compared.
  var hasNoRows: Bool {
    switch content {
    case .equal: true
    case .rows(let rows): rows.joined + rows.lost.count + rows.gained.count == 0
    case .digests, .whole, .keyedDifferently: false
    }
  }

  /// Whether some rows, or the columns as wholes, could be compared.
  package var isComparable: Bool {
    switch content {
    case .equal, .digests, .whole: true
    case .rows(let rows): rows.joined > 0 || oldRows == 0 || newRows == 0
    case .keyedDifferently: false
    }
  }
}
