package import Tables

/// A table that follows from that of a computation, so that it can be made at any cell.
package struct CompanionTable: Sendable {
  package let name: String
  /// The table that it follows from.
  package let source: String
  package let make: @Sendable (Table) -> Table?

  package init(
    _ name: String, from source: String, _ make: @escaping @Sendable (Table) -> Table?
  ) {
    self.name = name
    self.source = source
    self.make = make
  }
}
