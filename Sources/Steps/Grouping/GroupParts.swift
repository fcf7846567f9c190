/// Some rows told apart by a group term.
struct GroupParts {
  /// The rows of each label, in the order of the labels; rows keep their order.
  let rows: [[Int]]
  /// Whether the edges of bins coincide, so that a bin takes nothing.
  let hasEqualEdges: Bool
}
