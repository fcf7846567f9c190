import Support

/// The account of a term that sorts rows into quantile bins: how many lie in none, and how often
/// edges coincide.
///
/// A row that meets none of some named conditions is in no group by their own rule, so of those
/// there is nothing to say.
struct GroupAccount {
  private let name: String
  /// What the bins are made of; `nil` for a term without bins.
  private let quantity: String?
  private let isFixed: Bool
  private var total = 0
  private var outside = 0
  private var judged = 0
  private var coinciding = 0

  /// - Parameters:
  ///   - term: The term.
  ///   - isFixed: Whether one cell judges for all.
  init(_ term: GroupTerm, isFixed: Bool) {
    name = term.name
    quantity = term.binned?.canonicalText
    self.isFixed = isFixed
  }

  /// Takes note of edges that coincide.
  mutating func judge(_ parts: GroupParts) {
    judged += 1
    if parts.hasEqualEdges { coinciding += 1 }
  }

  /// Takes note of the rows that are in no part.
  ///
  /// - Parameters:
  ///   - rows: The rows of a group.
  ///   - parts: Those of its parts.
  /// - Returns: The parts.
  mutating func sort(_ rows: [Int], into parts: [[Int]]) -> [[Int]] {
    if quantity != nil {
      total += rows.count
      outside += rows.count - Set(parts.joined()).count
    }
    return parts
  }

  /// One sentence for each thing to know.
  var notes: [String] {
    guard let quantity else { return [] }
    var notes: [String] = []
    if outside > 0 {
      let reason =
        isFixed ? "take no part at the cell of 'groups_at'" : "miss \(quantity)"
      notes.append(
        "\(outside.grouped) of \(total.grouped) rows lie in no bin of '\(name)': they \(reason)")
    }
    if coinciding > 0 {
      notes.append(
        "edges of the bins of '\(name)' coincide in \(coinciding.grouped) of \(judged.grouped) "
          + "groups: a row on them lies in the last of their bins")
    }
    return notes
  }
}
