import Numerics
package import Support
package import Tables

/// What a manifest says of a column: enough to tell whether and how it moved, without the table.
package struct ColumnDigest: Sendable {
  /// The longest vocabulary that a manifest spells out.
  private static let shortVocabulary = 40

  package let schema: ColumnSchema
  private let sha256: String
  private let missing: Int
  private let statistics: [JSONValue.Member]

  package init(_ schema: ColumnSchema, _ values: [Double]) {
    self.schema = schema
    let present = values.filter { !$0.isNaN }
    missing = values.count - present.count
    if let vocabulary = schema.vocabulary {
      // Words are hashed as text: the vocabulary may hold more than the column does.
      var bytes: [UInt8] = []
      for value in values {
        if !value.isNaN { bytes += vocabulary[Int(value)].utf8 }
        bytes.append(0)
      }
      sha256 = Fingerprint(of: bytes).description
      let distinct = JSONValue.Member("distinct", .number(Double(Set(present).count)))
      // A short vocabulary is part of what the column means: words it does not hold are known too.
      let words =
        vocabulary.count <= Self.shortVocabulary
        ? [JSONValue.Member("words", .array(vocabulary.map { .string($0) }))] : []
      statistics = [distinct] + words
    } else {
      sha256 = Self.hash(of: values)
      statistics = present.isEmpty ? [] : Self.statistics(present)
    }
  }

  /// The hash of the values as little-endian doubles; every missing value has the same bytes.
  private static func hash(of values: [Double]) -> String {
    var patterns = values.map { ($0.isNaN ? Double.nan : $0 + 0).bitPattern.littleEndian }
    return patterns.withUnsafeMutableBytes { Fingerprint(of: $0).description }
  }

  private static func statistics(_ values: [Double]) -> [JSONValue.Member] {
    let finite = values.filter(\.isFinite)
    guard !finite.isEmpty else { return [] }
    let (low, high) = (Statistics.min(finite), Statistics.max(finite))
    // A column of one value has that value for its mean, to the last digit.
    let mean = min(max(Statistics.mean(finite), low), high)
    let all = [
      ("min", low), ("max", high), ("mean", mean),
      ("std", low == high ? 0 : Statistics.std(finite)),
    ]
    // The mean of very large numbers may overflow.
    return all.filter { $0.1.isFinite }.map { .init($0.0, .number($0.1)) }
  }

  /// Whether a manifest says the same of the column's values.
  ///
  /// The words are left out: those that a column does not hold are not known from its table.
  package func agrees(with said: JSONValue) -> Bool {
    let own = json
    let names = ["sha256", "missing", "distinct", "min", "max", "mean", "std"]
    return names.allSatisfy { own[$0] == said[$0] }
  }

  var json: JSONValue {
    .object(
      [
        .init("name", .string(schema.name)), .init("kind", .string(schema.kindName)),
        .init("unit", .string(schema.unit)), .init("description", .string(schema.summary)),
        .init("sha256", .string(sha256)), .init("missing", .number(Double(missing))),
      ] + statistics)
  }
}

extension ColumnSchema {
  /// The kind under the name that manifests use.
  fileprivate var kindName: String {
    switch kind {
    case .real: "real"
    case .integer: "integer"
    case .flag: "flag"
    case .word: "word"
    }
  }
}
