package import Support

extension Expression {
  /// The value for every row as a number; a condition gives 1 or 0, a missing value NaN.
  ///
  /// - Parameters:
  ///   - table: The table whose rows are meant.
  ///   - tables: The tables that a name may refer to.
  /// - Returns: The values; shape `[rows]`.
  /// - Precondition: The expression was checked against the schema of `table`.
  package func numbers(over table: Table, _ tables: TableSet) -> [Double] {
    ExpressionEvaluator(table, tables).values(of: root).numbers
  }

  /// Whether each row meets the condition; a comparison with a missing value is not met.
  package func truths(over table: Table, _ tables: TableSet) -> [Bool] {
    ExpressionEvaluator(table, tables).values(of: root).truths
  }

  /// The rows that meet the condition, in order.
  package func rows(of table: Table, _ tables: TableSet) -> [Int] {
    let kept = truths(over: table, tables)
    return kept.indices.filter { kept[$0] }
  }

  /// The values as a column of a table would hold them, with their kind.
  package func column(over table: Table, _ tables: TableSet) -> ([Double], ExpressionKind) {
    switch ExpressionEvaluator(table, tables).values(of: root) {
    case .numbers(let values): (values, .number)
    case .truths(let values): (values.map { $0 ? 1 : 0 }, .boolean)
    case .words(let codes, let vocabulary): (codes, .word(vocabulary: vocabulary))
    }
  }

  /// The tables that names of the form `table.column` refer to.
  package var tableNames: [String] {
    names.compactMap { name in
      ExpressionConstant.named(name) == nil
        ? name.lastIndex(of: ".").map { String(name[..<$0]) } : nil
    }
  }
}
