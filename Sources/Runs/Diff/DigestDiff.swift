import Records

/// A column whose digests in two manifests or pins differ.
package struct DigestDiff: Equatable, Sendable {
  package let name: String
  /// The unit of the column; empty for a plain number.
  package let unit: String
  /// The statistics that differ, with what is missing as `missing`; none where only the digest
  /// tells.
  package let statistics: [Statistic]

  /// A statistic before and after; `nil` where a side does not have it.
  package struct Statistic: Equatable, Sendable {
    package let name: String
    package let old: Double?
    package let new: Double?
  }

  /// Compares the columns of a table on two sides.
  ///
  /// - Returns: The columns that differ, and those that only one side has.
  static func between(_ old: [PinnedColumn], _ new: [PinnedColumn]) -> [DigestDiff] {
    let lost = old.compactMap { column in
      DigestDiff(column, new.first { $0.name == column.name })
    }
    let gained = new.filter { column in !old.contains { $0.name == column.name } }
    return lost + gained.compactMap { DigestDiff(nil, $0) }
  }

  /// Compares one column; `nil` if its digests are equal.
  ///
  /// What a column is declared as is compared by ``DeclarationDiff``.
  private init?(_ old: PinnedColumn?, _ new: PinnedColumn?) {
    guard let column = new ?? old, old?.digest != new?.digest else { return nil }
    name = column.name
    unit = column.unit
    statistics = column.statistics.enumerated().compactMap { index, statistic in
      let (x, y) = (
        old.flatMap { $0.statistics[index].value }, new.flatMap { $0.statistics[index].value }
      )
      return x == y ? nil : Statistic(name: statistic.name, old: x, new: y)
    }
  }
}
