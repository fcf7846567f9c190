/// A change of word that some rows share: `status` from `interior` to `at_bound`.
package struct Transition: Equatable, Sendable {
  package let column: String
  package let old: CellValue
  package let new: CellValue
  /// How many rows changed in this way.
  package let count: Int
  /// The first of them with the parameters that moved; none for columns whose rows are only
  /// counted.
  package let rows: [RowMove]
}
