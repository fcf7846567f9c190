import Datasets
import Models
import Support

/// The dataset: a name, the user's own files, a generated sample.
extension SpecSchema {
  static func dataset(_ schema: JSONValue, _ names: [String]) -> JSONValue {
    let forms = schema["anyOf"].asList.flatMap(\.elements).dropFirst().map { form in
      form["properties"]?["mock"] == nil ? own(form) : mock(form)
    }
    return ["anyOf": .array([["enum": .words(names)]] + forms)]
  }

  /// The user's own files: what each format takes.
  private static func own(_ schema: JSONValue) -> JSONValue {
    let names: JSONValue = ["propertyNames": ["enum": .words(OwnDataKey.columnNames)]]
    let optional = OwnDataKey.keys.map { $0.name }.filter { !["path", "format"].contains($0) }
    let rules = DatasetReaders.all.map { reader in
      JSONValue.object([
        .init("if", .having("format", ["const": .string(reader.name)])),
        .init("then", .refusing(optional.filter { !reader.settings.contains($0) })),
      ])
    }
    return
      schema
      .changing("properties", "columns") { $0.with(names) }
      .with(["required": ["path", "format"], "allOf": .array(rules)])
  }

  /// A generated sample: parameters are those of a law.
  private static func mock(_ schema: JSONValue) -> JSONValue {
    schema.changing("properties", "mock") { mock in
      mock
        .changing("properties", GivenMock.parameters.name) { parameters in
          parameters.with(["additionalProperties": .definition("prior")])
        }
        .changing("properties", GivenMock.draw.name) { draw in
          described(draw["description"]?.string ?? GivenMock.draw.summary, closed(drawn))
        }
        .with([
          "dependentRequired": .object([
            .init(GivenMock.parameters.name, .words([GivenMock.law.name]))
          ])
        ])
    }
  }

  private static var drawn: [JSONValue.Member] {
    let whole = quantities { .definition(priorName(of: $0)) }["properties"]
    return GalaxyParameter.allCases.compactMap { parameter in
      whole?[parameter.rawValue].map { .init(parameter.rawValue, $0) }
    }
  }
}
