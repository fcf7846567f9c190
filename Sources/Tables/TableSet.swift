/// The tables of a run by name, in the order in which they were made.
package struct TableSet: Sendable {
  package private(set) var all: [Table] = []

  package init(_ tables: [Table] = []) {
    all = tables
  }

  package mutating func add(_ tables: [Table]) {
    all += tables
  }

  package subscript(name: String) -> Table? {
    all.first { $0.name == name }
  }

  package var schemas: SchemaSet {
    SchemaSet(all.map(\.schema))
  }
}
