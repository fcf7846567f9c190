import Models
import Support

/// The `ties` of a spec: quantities that follow from others, by quantity for all models, or by
/// model and parameter.
enum TieReading {
  /// How mistakes are told.
  static let wording = QuantityWording(
    noun: "ties", form: "its tie is one expression", example: #""2 * r_disk""#)

  private static let one = JSONType<Located<Expression>>(
    schema: JSONType<Expression>.expression.schema, words: "expression"
  ) { node, report in
    guard node.string != nil else {
      report.error(
        "a tie is an expression, not \(node.kind)", at: node.place,
        help: #"write {"upsilon_bulge": "1.4 * upsilon_disk"}"#)
      return nil
    }
    return Expression(parsing: node, report).map { Located($0, at: node.place) }
  }

  /// The rule of one key: which of the two forms it has shows.
  private static let rule = JSONType<QuantityRules<Expression>.Rule>(schema: one.schema) {
    node, report in
    if node.members != nil { return one.map.read(node, report).map { .model($0) } }
    return one.read(node, report).map { .quantity($0) }
  }

  static let type = JSONType<[JSONType<QuantityRules<Expression>.Rule?>.Entry]>(
    schema: QuantityRules<Expression>.schema(of: one.schema),
    words: "object of quantities, or of models with their parameters, each with an expression",
    read: rule.tolerant.map.read)
}
