import Tables

/// Rows sorted into groups, and what is to be known of the sorting.
struct GroupedRows {
  let groups: RowGroups
  /// One sentence each, without the name of the step.
  let notes: [String]

  /// The rows that are in some group, in order.
  var taken: [Int] { Set(groups.rows.joined()).sorted() }

  /// What is to be known, with the name of the step.
  func notes(of step: String) -> [String] {
    notes.map { "\(step): \($0)" }
  }
}
