package import Tables

/// What a manifest says of a column: enough to tell whether and how it moved, without the table.
package struct ColumnRecord: Equatable, Sendable {
  package let name: String
  package let kind: ColumnKind
  /// The unit as astronomers' tools spell it; empty for a plain number.
  package let unit: String
  package let description: String
  package let content: ColumnContent
  /// The vocabulary, where it is short: words that the column does not hold are known too.
  package let words: [String]?

  /// The longest vocabulary that a manifest spells out.
  private static let shortVocabulary = 40

  /// The record of a column.
  init(_ schema: ColumnSchema, _ content: ColumnContent) {
    name = schema.name
    kind = ColumnKind(schema.kind)
    unit = schema.unit
    description = schema.summary
    self.content = content
    words = schema.vocabulary.flatMap { $0.count <= Self.shortVocabulary ? $0 : nil }
  }

  private init(
    _ name: String, _ kind: ColumnKind, _ unit: String, _ description: String, _ sha256: String,
    _ missing: Int, _ distinct: Int?, _ words: [String]?, _ min: Double?, _ max: Double?,
    _ mean: Double?, _ std: Double?
  ) {
    (self.name, self.kind, self.unit) = (name, kind, unit)
    (self.description, self.words) = (description, words)
    content = ColumnContent(
      sha256: sha256, missing: missing, distinct: distinct, min: min, max: max, mean: mean,
      std: std)
  }

  static let codec = RecordCodec<ColumnRecord>.object(
    ColumnRecord.init(_:_:_:_:_:_:_:_:_:_:_:_:),
    RecordField("name", \.name, .text),
    RecordField("kind", \.kind, .word("kind of column")),
    RecordField("unit", \.unit, .text),
    RecordField("description", \.description, .text),
    RecordField("sha256", \.content.sha256, .sha256),
    RecordField("missing", \.content.missing, .count),
    RecordField(optional: "distinct", \.content.distinct, .count),
    RecordField(optional: "words", \.words, RecordCodec.text.list),
    RecordField(optional: "min", \.content.min, .number),
    RecordField(optional: "max", \.content.max, .number),
    RecordField(optional: "mean", \.content.mean, .number),
    RecordField(optional: "std", \.content.std, .number))

  /// The column as a table has it.
  package var schema: ColumnSchema {
    let kind: ColumnSchema.Kind =
      switch self.kind {
      case .real: .real
      case .integer: .integer
      case .flag: .flag
      case .word: .word(words)
      }
    return ColumnSchema(name, kind, unit: unit, description)
  }
}
