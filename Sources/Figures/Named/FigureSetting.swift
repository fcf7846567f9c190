import Galaxies
package import Support
package import Tables

/// What a named figure is worked out for: the tables that there are.
package struct FigureSetting {
  /// The tables that the run keeps.
  package let schemas: SchemaSet
  /// Where the figure stands.
  package let place: Place

  package init(_ schemas: SchemaSet, at place: Place) {
    (self.schemas, self.place) = (schemas, place)
  }

  /// The table that a key names, or the first that has the columns.
  ///
  /// - Parameters:
  ///   - given: The name that the figure gives; its place is that of a mistake.
  ///   - usual: The name that is looked for first, and asked for where there is none.
  ///   - columns: What it must have.
  ///   - report: Receives the mistake.
  /// - Returns: The schema, or `nil` after a mistake.
  func table(
    _ given: Located<String>?, usual: String, with columns: [String], _ report: InputReport
  ) -> TableSchema? {
    func has(_ schema: TableSchema) -> Bool { columns.allSatisfy { schema[$0] != nil } }
    if let given {
      guard let schema = schemas[given.value] else {
        report.error(
          "the figure needs table '\(given.value)', which the spec does not keep", at: given.place,
          help: schemas.names.advice(for: given.value))
        return nil
      }
      for column in columns where schema[column] == nil {
        report.error(
          "table '\(given.value)' has no column '\(column)', which the figure needs",
          at: given.place)
      }
      return has(schema) ? schema : nil
    }
    if let schema = schemas[usual], has(schema) { return schema }
    if let schema = schemas.all.first(where: has) { return schema }
    report.error(
      "the figure needs table '\(usual)', which the spec does not make or keep", at: place,
      help: FigureNeed.advice(for: usual))
    return nil
  }

  /// The words of a column that are known, or those that are given.
  func words(_ column: String, of schema: TableSchema) -> [String] { schema.words(of: column) }

  /// Checks words that a key gives against a column, as far as its words are known.
  func check(
    _ given: [Located<String>], in column: String, of schema: TableSchema, _ noun: String,
    _ report: InputReport
  ) {
    guard let words = schema[column]?.vocabulary else { return }
    for word in given where !words.contains(word.value) {
      report.error(
        "unknown \(noun) '\(word.value)'", at: word.place, help: words.advice(for: word.value))
    }
  }
}
