import Records

/// A column that both sides have, with the same numbers perhaps, and in another unit or of another
/// kind.
package struct DeclarationDiff: Equatable, Sendable {
  /// What a column is declared with.
  package enum Part: String, Sendable {
    case unit
    case kind
  }

  package let column: String
  package let part: Part
  /// The unit as astronomers' tools spell it, empty for a plain number; or the kind.
  package let old: String
  package let new: String

  /// Compares the columns that a table has on both sides.
  ///
  /// - Returns: What differs; nothing where a side has one digest of the whole table, which is of
  ///   units and kinds as well.
  static func between(_ old: PinnedTable, _ new: PinnedTable) -> [DeclarationDiff] {
    guard case .columns(let before) = old.content, case .columns(let after) = new.content else {
      return []
    }
    return before.flatMap { old -> [DeclarationDiff] in
      guard let new = after.first(where: { $0.name == old.name }) else { return [] }
      let parts = [
        DeclarationDiff(column: old.name, part: .unit, old: old.unit, new: new.unit),
        DeclarationDiff(
          column: old.name, part: .kind, old: old.kind.rawValue, new: new.kind.rawValue),
      ]
      return parts.filter { $0.old != $0.new }
    }
  }
}
