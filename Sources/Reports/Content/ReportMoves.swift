/// What moved since the results were pinned.
package struct ReportMoves: Sendable {
  /// What they are held against: the name of a lock, or of an earlier run.
  package let since: String
  /// What may be the cause, in sentences.
  package let causes: [String]
  package let tableCount: Int
  /// The tables that moved.
  package let tables: [String]
  /// The values that moved most.
  package let values: [Value]

  /// One value before and after.
  package struct Value: Sendable {
    /// Table, row and column: `point_rms · plain · rms`.
    package let subject: String
    package let unit: String
    /// Numbers, or words.
    package let old: Side
    package let new: Side

    package init(subject: String, unit: String, old: Side, new: Side) {
      (self.subject, self.unit, self.old, self.new) = (subject, unit, old, new)
    }
  }

  /// A value on one side.
  package enum Side: Sendable {
    case number(Double)
    case word(String)
  }

  package init(
    since: String, causes: [String], tableCount: Int, tables: [String], values: [Value]
  ) {
    (self.since, self.causes, self.tableCount) = (since, causes, tableCount)
    (self.tables, self.values) = (tables, values)
  }
}
