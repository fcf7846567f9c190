import Support

/// A column whose digests in two manifests differ.
package struct DigestDiff: Equatable, Sendable {
  package let name: String
  /// The unit of the column; empty for a plain number.
  package let unit: String
  /// The statistics that differ, with what is missing as `missing`; none where only the digest
  /// tells.
  package let statistics: [Statistic]

  /// A statistic before and after; `nil` where a manifest does not have it.
  package struct Statistic: Equatable, Sendable {
    package let name: String
    package let old: Double?
    package let new: Double?
  }

  /// Compares the columns of a table in two manifests.
  ///
  /// - Parameters:
  ///   - old: The table's entry in the older manifest.
  ///   - new: The same in the newer one.
  /// - Returns: The columns that differ, and those that only one has.
  static func between(_ old: JSONValue, _ new: JSONValue) -> [DigestDiff] {
    func columns(_ table: JSONValue) -> [(name: String, json: JSONValue)] {
      (table["columns"]?.array ?? []).map { ($0["name"]?.string ?? "", $0) }
    }
    let (before, after) = (columns(old), columns(new))
    let names = before.map(\.name)
    return (names + after.map(\.name).filter { !names.contains($0) }).compactMap { name in
      let was = before.first { $0.name == name }?.json
      let becomes = after.first { $0.name == name }?.json
      guard was?["sha256"] != becomes?["sha256"] else { return nil }
      return DigestDiff(
        name: name, unit: (becomes ?? was)?["unit"]?.string ?? "",
        statistics: ["missing", "distinct", "min", "max", "mean", "std"].compactMap { statistic in
          let (x, y) = (was?[statistic]?.number, becomes?[statistic]?.number)
          return x == y ? nil : Statistic(name: statistic, old: x, new: y)
        })
    }
  }
}
