import Support
import Tables

extension SchemaSet {
  /// The table that says how the fits behind the rows of a table ended: that of all fits, or one
  /// that a step made of it, whichever has a row for each of them.
  func fits(behind table: TableSchema) -> TableSchema? {
    let made = all.filter { schema in
      schema.name != TableName.fits && schema.name != table.name
        && ["model", "status", "chi2"].allSatisfy { schema[$0] != nil }
    }
    return (self[TableName.fits].asList + made).first { fits in
      guard case .word? = TableNames(table, self).kind(of: "\(fits.name).status") else {
        return false
      }
      return true
    }
  }
}
