import Galaxies
import Models
import Steps
import Support

/// What one key of a spec says about others.
extension SpecSchema {
  static var conditions: [JSONValue] {
    let object: JSONValue = ["type": "object"]
    let made = JSONValue.having("mock", true).with(object)
    let rotmod = JSONValue.having("format", ["const": "rotmod"]).with(object)
    return parametersOfModels + modelsOfBlocks + freeAxes + ofOffsets + ofUnits + [
      // The first method of the disk knows neither.
      [
        "if": .having(
          "methods", .having("thin_disk", ["const": .string(DiskMethod.rings.rawValue)])),
        "then": .refusing([SpecKeys.thickness.name, SpecKeys.beyond.name]),
      ],
      [
        "if": .having(
          "methods", .having("search", ["const": .string(SearchMethod.starts.rawValue)])),
        "then": ["properties": ["model": ["properties": ["certify": ["const": false]]]]],
      ],
      // A generated sample comes with the speeds of its components, and so do files of one format.
      [
        "if": .having("dataset", ["anyOf": [["const": "mock"], made, rotmod]]),
        "then": [
          "properties": [
            "thickness": false, "beyond": false, "methods": .refusing([ComponentChoice.family]),
          ]
        ],
      ],
    ]
  }

  /// A parameter that no fitted model has is neither an axis nor varied.
  private static var parametersOfModels: [JSONValue] {
    ModelCatalogue.parameterNames.map { name in
      let owners = ModelCatalogue.all.map { $0.card }
        .filter { $0.parameters.contains { $0.name == name } }.map(\.name).sorted()
      // Offsets have a scale of their own, which may be an axis whatever is fitted.
      let keys = name == OffsetSettings.scaleName ? rules : [SpecKeys.grid.name] + rules
      return ["if": fits(noneOf: owners), "then": refusing(name, in: keys)]
    }
  }

  /// A model that is not fitted has neither rules nor a method.
  private static var modelsOfBlocks: [JSONValue] {
    ModelCatalogue.names.map { name in
      ["if": fits(noneOf: [name]), "then": refusing(name, in: rules + [SpecKeys.methods.name])]
    }
  }

  /// A spec that says which models it fits, with none of these among them.
  private static func fits(noneOf models: [String]) -> JSONValue {
    let others: JSONValue = [
      "type": "array", "minItems": 1, "not": ["contains": ["enum": .words(models)]],
    ]
    let known: JSONValue = .having("model", .having("fit", others))
    let none: JSONValue = .having("model", ["type": "object", "not": .requiring("fit")])
    return ["anyOf": [known, none.with(["not": isPart])]]
  }

  private static let rules = [SpecKeys.bounds.name, SpecKeys.priors.name, SpecKeys.ties.name]

  /// What is free or tied is no axis, and what is tied has nothing else said of it.
  private static var freeAxes: [JSONValue] {
    let names = GalaxyParameter.allCases.map(\.rawValue)
    return axisNames.flatMap { name -> [JSONValue] in
      // Bounds of a parameter may stand beside its axis, which lies within them.
      let freeing = names.contains(name) ? rules : Array(rules.dropFirst())
      let isFree: JSONValue = [
        "anyOf": .array(freeing.map { .having($0, .requiring(name)) })
      ]
      let isTied = JSONValue.having(SpecKeys.ties.name, .requiring(name))
      return [
        ["if": isFree, "then": refusing(name, in: [SpecKeys.grid.name])],
        ["if": isTied, "then": refusing(name, in: [SpecKeys.bounds.name, SpecKeys.priors.name])],
      ]
    }
  }

  /// Offsets are measured at given quantities of the galaxy.
  private static var ofOffsets: [JSONValue] {
    let names = GalaxyParameter.allCases.map(\.rawValue)
    let hasOffset = JSONValue.having("model", .requiring("offset"))
    let lacksOffset = JSONValue.having("model", ["type": "object", "not": .requiring("offset")])
    return [
      [
        "if": hasOffset,
        "then": ["properties": .object(rules.map { .init($0, .refusing(names)) })],
      ],
      [
        "if": lacksOffset.with(["not": isPart]),
        "then": refusing(OffsetMethod.family, in: [SpecKeys.methods.name]),
      ],
    ]
  }

  /// What belongs to fits and posteriors needs them.
  private static var ofUnits: [JSONValue] {
    let lacksFits = JSONValue.having("model", ["type": "object", "not": .requiring("fit")])
    let lacksPosterior: JSONValue = [
      "not": ["anyOf": [isPart, .requiring(SpecKeys.posterior.name)]]
    ]
    let none: JSONValue = ["intervals": ["const": false], "certify": ["const": false]]
    return [
      [
        "if": lacksFits.with(["not": isPart]),
        "then": ["properties": ["model": ["properties": none], "posterior": false]],
      ],
      ["if": lacksPosterior, "then": refusing(SamplerMethod.family, in: [SpecKeys.methods.name])],
    ]
  }

  private static func refusing(_ name: String, in keys: [String]) -> JSONValue {
    ["properties": .object(keys.map { .init($0, .refusing([name])) })]
  }
}
