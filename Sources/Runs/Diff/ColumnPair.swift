import Models
import Tables

/// A column that two tables have in common, beside their keys.
struct ColumnPair {
  let name: String
  let unit: String
  /// Where the older table has it.
  let old: Int
  /// Where the newer table has it.
  let new: Int
  let isNumeric: Bool
  /// Where its errors are, if both tables have them: column `e_x` or `mcse_x` for `x`.
  let errors: (old: Int, new: Int)?
  /// Whether it is a measured quantity: a real number that is no error of another.
  let isMeasured: Bool
  /// Whether it is what a fit or a search determines.
  let isParameter: Bool

  private init?(_ column: ColumnSchema, _ old: TableSchema, _ new: TableSchema) {
    guard let before = old.index(of: column.name), let after = new.index(of: column.name),
      column.isNumeric == new.columns[after].isNumeric
    else { return nil }
    name = column.name
    unit = column.unit
    (self.old, self.new) = (before, after)
    isNumeric = column.isNumeric
    let prefix = Self.errorPrefixes.first { old.index(of: $0 + column.name) != nil }
    errors = prefix.flatMap { prefix in
      guard let before = old.index(of: prefix + column.name),
        let after = new.index(of: prefix + column.name)
      else { return nil }
      return (before, after)
    }
    let isError = Self.errorPrefixes.contains { prefix in
      column.name.hasPrefix(prefix)
        && old.index(of: String(column.name.dropFirst(prefix.count))) != nil
    }
    isMeasured = column.kind == .real && !isError
    isParameter =
      isMeasured && (errors != nil || name.hasPrefix("upsilon_") || Self.parameters.contains(name))
  }

  /// How errors of a column `x` are called: `e_x`, or `mcse_x` where they come from draws.
  private static let errorPrefixes = ["e_", "mcse_"]

  private static let parameters = Set(ModelCatalogue.parameterNames)

  /// The columns that two tables have in common, in the order of the older one.
  static func all(_ old: TableSchema, _ new: TableSchema) -> [ColumnPair] {
    let keys = Set(old.keys + new.keys)
    return old.columns.filter { !keys.contains($0.name) }.compactMap { ColumnPair($0, old, new) }
  }
}

extension ColumnSchema {
  /// Whether values are compared as numbers.
  fileprivate var isNumeric: Bool { kind == .real || kind == .integer }
}
