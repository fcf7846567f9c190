package import Support

extension Expression {
  /// Checks names and kinds against a table and those beside it, and reports every mistake.
  ///
  /// A name of a table that is not known because of another mistake, or of a column that may be
  /// among data not yet read, is not judged.
  ///
  /// - Parameters:
  ///   - table: The table whose rows are meant.
  ///   - schemas: The tables that a name may refer to.
  ///   - expected: The kind that the whole must have; any if `nil`.
  ///   - report: Receives the mistakes.
  /// - Returns: The kind of the whole, or `nil` where it is not known.
  @discardableResult
  package func check(
    over table: TableSchema, _ schemas: SchemaSet, expecting expected: ExpressionKind? = nil,
    _ report: InputReport
  ) -> ExpressionKind? {
    let names = TableNames(table, schemas)
    let isOpen = self.names.contains { name in
      names.kind(of: name) == nil
        && (names.mayHave(name) || name.contains(".") && schemas.isUnsure(name))
    }
    return isOpen ? nil : check(in: names, expecting: expected, report)
  }
}
