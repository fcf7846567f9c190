/// The schemas of the tables that exist at some step, by name.
package struct SchemaSet: Sendable {
  package private(set) var all: [TableSchema] = []

  package init(_ schemas: [TableSchema] = []) {
    all = schemas
  }

  package mutating func add(_ schemas: [TableSchema]) {
    all += schemas
  }

  package subscript(name: String) -> TableSchema? {
    all.first { $0.name == name }
  }

  package var names: [String] {
    all.map(\.name)
  }
}
