package import Support

/// The JSON Schema that an editor holds a spec against.
///
/// It says what the keys declare of themselves and, beyond that, whatever can be known without data
/// and without reading expressions: which names there are, which keys go together, which numbers
/// make sense. What it refuses, `upsilon check` refuses too; the reverse it cannot promise.
package enum SpecSchema {
  /// The version of the language in which the schema is written.
  static let language = "https://json-schema.org/draft/2020-12/schema"

  /// The schema.
  ///
  /// - Parameter datasets: The datasets that have names.
  /// - Returns: One object.
  package static func value(datasets: [String]) -> JSONValue {
    [
      "$schema": .string(language),
      "title": "Upsilon experiment",
      "type": "object",
      "properties": .object(
        SpecKeys.all.map { key in
          let refined = refined(key.name, key.schema, datasets)
          return .init(key.name, described(key.summary, refined))
        }),
      "additionalProperties": false,
      "if": isPart,
      "else": ["required": .words(SpecKeys.all.filter(\.isRequired).map(\.name))],
      "allOf": .array(conditions),
      "$defs": definitions,
    ]
  }

  /// A file that need not be whole: one that changes another, or one that says that it is a base.
  static let isPart: JSONValue = [
    "anyOf": [
      .requiring(SpecKeys.extends.name), .having("$schema", ["pattern": .string("#base$")]),
    ]
  ]

  /// A key's schema with what it does not declare.
  private static func refined(
    _ name: String, _ schema: JSONValue, _ datasets: [String]
  ) -> JSONValue {
    switch name {
    case SpecKeys.upsilon.name: ["const": .number(Double(ExperimentSpec.schemaVersion))]
    case SpecKeys.name.name:
      schema.with(["pattern": "^[A-Za-z0-9_][A-Za-z0-9_.-]*$", "maxLength": 100])
    case SpecKeys.dataset.name: dataset(schema, datasets)
    case SpecKeys.cuts.name: cuts(schema)
    case SpecKeys.model.name: model(schema)
    case SpecKeys.grid.name: grid
    case SpecKeys.bounds.name: quantities { pair(of: $0) }
    case SpecKeys.priors.name: quantities { .definition(priorName(of: $0)) }
    case SpecKeys.ties.name: quantities { _ in .definition("expression") }
    case SpecKeys.methods.name: methods
    case SpecKeys.analyses.name: schema.with(["items": steps])
    case SpecKeys.expect.name: schema.changing("items", by: expectation)
    default: schema
    }
  }

  /// A schema with its explanation in front, which editors show.
  static func described(_ text: String, _ schema: JSONValue) -> JSONValue {
    JSONValue.object([.init("description", .string(text))] + schema.without("description").entries)
  }

  private static func cuts(_ schema: JSONValue) -> JSONValue {
    ["galaxies", "points"].reduce(schema) { schema, key in
      schema.changing("properties", key) { $0.with(["uniqueItems": true]) }
    }
  }

  private static func model(_ schema: JSONValue) -> JSONValue {
    schema.changing("properties", "fit") { $0.with(["minItems": 1]) }
  }

  private static var methods: JSONValue {
    closed(
      MethodChoice.everyFamily.map { family, versions in
        .init(family, ["enum": .words(versions)])
      })
  }

  /// An object with these keys and no others.
  static func closed(_ members: [JSONValue.Member]) -> JSONValue {
    ["type": "object", "properties": .object(members), "additionalProperties": false]
  }

  /// What several keys share.
  private static var definitions: JSONValue {
    .object(
      axisDefinitions + priorDefinitions + [
        .init("expression", JSONType<Expression>.expression.schema),
        .init("statistic", statistic),
      ])
  }
}
