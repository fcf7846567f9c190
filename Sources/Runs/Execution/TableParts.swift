import Synchronization
import Tables

/// The parts of a table that become one.
final class TableParts: Sendable {
  private let parts = Mutex<[Table]>([])

  /// Takes the rows that follow.
  func append(_ part: Table?) {
    guard let part else { return }
    parts.withLock { $0.append(part) }
  }

  /// All rows.
  ///
  /// - Precondition: There is a part.
  var table: Table {
    let parts = parts.withLock { $0 }
    guard let first = parts.first else { preconditionFailure("a table has a part") }
    return Table(
      first.schema, first.values.indices.map { place in parts.flatMap { $0.values[place] } })
  }
}
