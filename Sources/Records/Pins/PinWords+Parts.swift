import Support

/// What lines of a pin have in common.
extension PinWords {
  /// A whole SHA-256.
  mutating func fingerprint() throws(Damage) -> Fingerprint {
    let digits = try digest(64)
    guard let fingerprint = Fingerprint(digits) else { throw Damage() }
    return fingerprint
  }

  /// The kind of a column.
  private mutating func kind() throws(Damage) -> ColumnKind {
    let names = ColumnKind.allCases.map(\.rawValue).joined(separator: ", ")
    return try next("a kind of column (\(names))") { ColumnKind(rawValue: $0) }
  }

  /// The words up to the end of the line.
  mutating func all(_ meaning: String) throws(Damage) -> [String] {
    var words: [String] = []
    while hasMore { words.append(try word(meaning)) }
    return words
  }

  /// The column that an indented line is.
  mutating func column() throws(Damage) -> PinnedColumn {
    let name = try word("the name of a column")
    let kind = try kind()
    let unit = try unit()
    let digest = try digest(PinnedColumn.digits)
    let missing = try count("missing values")
    let distinct = take("distinct") ? try count("words") : nil
    var statistics: [Double?] = [nil, nil, nil, nil]
    if distinct == nil {
      for (index, name) in ["minimum", "maximum", "mean", "standard deviation"].enumerated() {
        statistics[index] = try number(name)
      }
    }
    return PinnedColumn(
      name: name, kind: kind, unit: unit, digest: digest, missing: missing, distinct: distinct,
      min: statistics[0], max: statistics[1], mean: statistics[2], std: statistics[3])
  }
}
