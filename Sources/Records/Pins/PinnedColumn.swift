import Support

/// What a pin says of a column.
package struct PinnedColumn: Equatable, Sendable {
  package let name: String
  package let kind: ColumnKind
  /// The unit as astronomers' tools spell it; empty for a plain number.
  package let unit: String
  /// The first digits of the SHA-256 of the values.
  package let digest: String
  /// How many values are missing.
  package let missing: Int
  /// How many different words there are; `nil` for numbers.
  package let distinct: Int?
  /// Statistics of the finite numbers; `nil` where there is none.
  package let min: Double?
  package let max: Double?
  package let mean: Double?
  package let std: Double?

  /// How many digits of a hash a pin has: two columns share them once in 10¹⁹.
  static let digits = 16

  init(
    name: String, kind: ColumnKind, unit: String, digest: String, missing: Int, distinct: Int?,
    min: Double?, max: Double?, mean: Double?, std: Double?
  ) {
    (self.name, self.kind, self.unit) = (name, kind, unit)
    (self.digest, self.missing, self.distinct) = (digest, missing, distinct)
    (self.min, self.max, self.mean, self.std) = (min, max, mean, std)
  }

  init(_ column: ColumnRecord) {
    let content = column.content
    self.init(
      name: column.name, kind: column.kind, unit: column.unit,
      digest: String(content.sha256.prefix(Self.digits)), missing: content.missing,
      distinct: content.distinct, min: content.min, max: content.max, mean: content.mean,
      std: content.std)
  }

  /// What is counted and measured of the column, by name; `nil` for what does not apply to it.
  package var statistics: [(name: String, value: Double?)] {
    [
      ("missing", Double(missing)), ("distinct", distinct.map { Double($0) }), ("min", min),
      ("max", max), ("mean", mean), ("std", std),
    ]
  }
}
