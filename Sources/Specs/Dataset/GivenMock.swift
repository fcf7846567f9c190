import Models
import Support

/// The settings of a generated sample as a spec gives them.
struct GivenMock: Keyed {
  /// A quantity with its prior; `nil` for one with a mistake.
  typealias Priors = [JSONType<Located<PriorReading.Form>?>.Entry]

  /// More galaxies than any test needs, and no more than memory holds.
  private static let largest = 100_000

  static let keys: [ObjectKey<Self>] = [
    .value("seed", \.seed, .integer(from: 0), "the seed that the galaxies are drawn from"),
    .value("galaxies", \.galaxies, .integer(in: 1...largest), "how many galaxies"),
    .value("noise", \.noise, noiseType, "typical error of a speed, km/s"),
    law, parameters, draw,
  ]
  static let law: ObjectKey<Self> = .optional(
    "law", \.law, JSONType<String>.word(of: ModelCatalogue.names, noun: "model").located,
    "the model that the galaxies obey; without it, a rational taper within their points")
  static let parameters: ObjectKey<Self> = .optional(
    "parameters", \.parameters, priors(of: ModelCatalogue.parameterNames),
    "what the parameters of the law are drawn from, a prior each; within the bounds of its card "
      + "without one")
  static let draw: ObjectKey<Self> = .optional(
    "draw", \.draw, priors(of: GalaxyParameter.allCases.map(\.rawValue)),
    "what the true mass-to-light ratios, distance and inclination are drawn from, a prior each; "
      + "without one they are 0.5, 0.7 and 1, and those of the catalogue")

  /// A prior for each of some quantities, which the reader checks by the law.
  private static func priors(of names: [String]) -> JSONType<Priors> {
    JSONType(
      schema: [
        "type": "object", "propertyNames": ["enum": .array(names.map { .string($0) })],
        "additionalProperties": PriorReading.one.schema,
      ], words: "object of quantities, each with its prior",
      read: PriorReading.one.tolerant.map.read)
  }

  private static let noiseType = JSONType<Double>(
    schema: JSONType<Double>.positive.schema
  ) { node, report in
    guard let noise = JSONType<Double>.number.read(node, report) else { return nil }
    if noise > 0 { return noise }
    report.error("the noise must be positive", at: node.place)
    return nil
  }

  private(set) var seed = 1
  private(set) var galaxies = 24
  private(set) var noise = 2.0
  private(set) var law: Located<String>?
  private(set) var parameters: Priors?
  private(set) var draw: Priors?
}
