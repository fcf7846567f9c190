/// A row whose values moved.
package struct RowMove: Equatable, Sendable {
  package let row: RowKey
  /// The values that moved, those first that moved most.
  package let moves: [ValueMove]
}
