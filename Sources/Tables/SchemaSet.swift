/// The schemas of the tables that exist at some step, by name.
package struct SchemaSet: Sendable {
  package private(set) var all: [TableSchema] = []
  /// The tables that a mistake leaves unknown; nothing is said of what refers to them.
  private var unsure: Set<String> = []
  /// Whether there may be tables whose very names are unknown.
  private var isOpen = false

  package init(_ schemas: [TableSchema] = []) {
    all = schemas
  }

  package mutating func add(_ schemas: [TableSchema]) {
    all += schemas
  }

  /// Tells that there would be a table if it were not for a mistake.
  ///
  /// - Parameter name: What it is called; `nil` where that is not known either.
  package mutating func addUnsure(_ name: String?) {
    if let name { unsure.insert(name) } else { isOpen = true }
  }

  /// Whether a table, or `table.column`, may be one that a mistake leaves unknown.
  func isUnsure(_ name: String) -> Bool {
    isOpen || unsure.contains { name == $0 || name.hasPrefix("\($0).") }
  }

  /// The same without the tables that have other names.
  package func keeping(_ names: [String]) -> SchemaSet {
    var kept = self
    kept.all.removeAll { !names.contains($0.name) }
    return kept
  }

  package subscript(name: String) -> TableSchema? {
    all.first { $0.name == name }
  }

  package var names: [String] {
    all.map(\.name)
  }
}
