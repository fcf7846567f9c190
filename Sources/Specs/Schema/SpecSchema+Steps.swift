import Models
import Steps
import Support
import Tables

/// Analyses and expectations: which keys go together.
extension SpecSchema {
  /// The name of a statistic.
  static let statistic: JSONValue = [
    "anyOf": [["enum": .words(Statistic.names)], ["pattern": "^p[1-9][0-9]?$", "type": "string"]]
  ]

  /// A word that expressions can name a table or a column by.
  private static let columnName: JSONValue = [
    "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "maxLength": 100,
  ]

  /// The tables that every run has.
  private static let alwaysThere: JSONValue = [
    "enum": .words([TableName.galaxies, TableName.cutFlow, TableName.dropped])
  ]

  /// One step of the analyses.
  static var steps: JSONValue {
    let keys = StepCatalogue.all.map { $0.key }.sorted()
    let forms = StepCatalogue.type.schema["anyOf"].asList.flatMap(\.elements)
    return [
      "anyOf": .array(
        forms.map { form in
          let key = keys.first { form["properties"]?[$0] != nil }
          return key.map { refined(form, $0) } ?? form
        })
    ]
  }

  private static func refined(_ form: JSONValue, _ key: String) -> JSONValue {
    let axes: JSONValue = ["propertyNames": ["enum": .words(axisNames)]]
    let form =
      form
      .changing("properties", "name") { $0.with(columnName).with(["not": alwaysThere]) }
      .changing("properties", "statistics") { $0.with(["items": .definition("statistic")]) }
      .changing("properties", "start") { $0.with(axes) }
      .changing("properties", "groups_at") { $0.with(axes) }
    switch key {
    case SelectStep.key: return form.with(one("maximum", "minimum"))
    case OptimizeStep.key:
      let most: JSONValue = ["properties": ["over": ["maxProperties": 1]]]
      return
        form
        .changing("properties", "over") { over in
          over.with(axes).with(["minProperties": 1, "maxProperties": 3])
            .changing("additionalProperties", "items") { $0.with(["minimum": 0]) }
        }
        .with(one("maximize", "minimize")).with(["if": .requiring("each"), "then": most])
    case CompareStep.key:
      let names: JSONValue = ["enum": .words(ModelCatalogue.names)]
      return form.changing("properties", "models") {
        $0.with(["items": names, "minItems": 2, "maxItems": 2, "uniqueItems": true])
      }
    case PointsStep.key:
      let ratios: JSONValue = ["enum": .words(Axis.massToLight.map(\.name))]
      let value: JSONValue = [
        "anyOf": [["type": "number", "minimum": 0], .definition("expression")]
      ]
      return form.changing("properties", key) {
        $0.with(["propertyNames": ratios, "additionalProperties": value])
      }
    case DeriveStep.key:
      return form.changing("properties", "columns") { $0.with(["propertyNames": columnName]) }
    default: return form
    }
  }

  private static func one(_ first: String, _ second: String) -> JSONValue {
    ["oneOf": [.requiring(first), .requiring(second)]]
  }

  /// One expected value.
  static func expectation(_ schema: JSONValue) -> JSONValue {
    let number: JSONValue = ["properties": ["equals": ["type": "number"]]]
    let needsColumn = JSONValue.having("statistic", ["not": ["const": "count"]])
    return
      schema
      .changing("properties", "statistic") { statistic in
        described(statistic["description"]?.string ?? "a statistic", .definition("statistic"))
      }
      .changing("properties", "within") { $0.with(["minimum": 0]) }
      .with([
        "oneOf": [.requiring("equals"), .requiring("at_least"), .requiring("at_most")],
        "anyOf": [.requiring("column"), .requiring("statistic")],
        "allOf": [
          ["if": needsColumn, "then": .requiring("column")],
          ["if": .requiring("statistic"), "then": number],
          ["if": .requiring("within"), "then": number.with(["required": ["equals"]])],
        ],
      ])
  }
}
