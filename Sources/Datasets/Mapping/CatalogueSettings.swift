/// Which file is the catalogue, and how it is read.
package struct CatalogueSettings: Equatable, Sendable {
  /// The name of the file, beside the points.
  package let name: String
  package let mapping: TableMapping

  package init(_ name: String, _ mapping: TableMapping = TableMapping()) {
    self.name = name
    self.mapping = mapping
  }
}
