import Models
import Steps
import Support
import Tables

/// Grid, bounds, priors and ties: every name that has a sense in some spec, with its own numbers.
extension SpecSchema {
  /// A quantity that a spec may name.
  struct Quantity {
    let name: String
    let summary: String
    let unit: String
    /// The values that make sense; the ends are within it.
    let range: ClosedRange<Double>
    /// Whether zero only stands for a limit, as a lower bound.
    let isPositive: Bool

    var description: String { unit.isEmpty ? summary : "\(summary), \(unit)" }

    /// The schema of a value of it.
    ///
    /// - Parameter isLower: Whether it is a lower bound, which may be zero.
    /// - Returns: A number with its limits.
    func number(isLower: Bool = false) -> JSONValue {
      var members = [JSONValue.Member("type", "number")]
      if isPositive, !isLower {
        members.append(.init("exclusiveMinimum", 0))
      } else if range.lowerBound.isFinite {
        members.append(.init("minimum", .number(range.lowerBound)))
      }
      if range.upperBound.isFinite { members.append(.init("maximum", .number(range.upperBound))) }
      return .object(members)
    }
  }

  private static func quantity(_ parameter: ModelCard.Parameter) -> Quantity {
    let isPositive = parameter.domain == .positive
    return Quantity(
      name: parameter.name, summary: parameter.summary, unit: parameter.unit,
      range: (isPositive ? 0 : -.infinity)...(.infinity), isPositive: isPositive)
  }

  /// The parameters of laws, each once; one that any law lets be negative may be.
  private static let parameters: [Quantity] = {
    let all = ModelCatalogue.all.flatMap { $0.card.parameters }
    return ModelCatalogue.parameterNames.compactMap { name in
      let ones = all.filter { $0.name == name }
      return (ones.first { $0.domain == .real } ?? ones.first).map(quantity)
    }
  }()

  private static let ofGalaxy = GalaxyParameter.allCases.map { parameter in
    Quantity(
      name: parameter.rawValue, summary: parameter.summary, unit: parameter.unit,
      range: parameter.domain, isPositive: false)
  }

  /// The names of axes.
  static var axisNames: [String] {
    Axis.massToLight.map(\.name) + parameters.map(\.name)
      + [OffsetSettings.scaleName].filter { name in !parameters.contains { $0.name == name } }
  }

  /// The grid: ratios, parameters, the scale of offsets.
  static var grid: JSONValue {
    let ratios = Axis.massToLight.map { axis in
      let summary = axis.column.summary
      return JSONValue.Member(axis.name, described(summary, .definition("ratio-axis")))
    }
    let others = parameters.filter { $0.name != OffsetSettings.scaleName }.map { parameter in
      let kind = parameter.isPositive ? "positive-axis" : "axis"
      return JSONValue.Member(parameter.name, described(parameter.description, .definition(kind)))
    }
    let scale = JSONValue.Member(
      OffsetSettings.scaleName,
      described(OffsetSettings.scaleColumn.summary, .definition("positive-axis")))
    return closed(ratios + others + [scale])
  }

  /// The kinds of axes.
  static var axisDefinitions: [JSONValue.Member] {
    [
      .init("axis", axis(["type": "number"])),
      .init("ratio-axis", axis(["type": "number", "minimum": 0])),
      .init("positive-axis", axis(["type": "number", "exclusiveMinimum": 0])),
    ]
  }

  private static func axis(_ number: JSONValue) -> JSONValue {
    let length = JSONValue.number(Double(AxisRange.longest))
    let log: JSONValue = .having(AxisRange.scale.name, ["const": "log"])
    let range = AxisRange.type.schema
      .changing("properties", AxisRange.from.name) { $0.with(number) }
      .changing("properties", AxisRange.through.name) { $0.with(number) }
      .changing("properties", AxisRange.step.name) { $0.with(["exclusiveMinimum": 0]) }
      .with([
        "oneOf": [.requiring(AxisRange.step.name), .requiring(AxisRange.count.name)],
        "dependentRequired": .object([
          .init(AxisRange.scale.name, .words([AxisRange.count.name]))
        ]),
        "if": log,
        "then": [
          "properties": .object([.init(AxisRange.from.name, ["exclusiveMinimum": 0])])
        ],
      ])
    let list: JSONValue = [
      "type": "array", "items": number, "minItems": 1, "maxItems": length, "uniqueItems": true,
    ]
    return ["anyOf": [list, range]]
  }

  /// An object of quantities, and of models with their parameters.
  ///
  /// - Parameter value: The schema of what is said of one quantity.
  /// - Returns: The schema of the object, with every name.
  static func quantities(_ value: (Quantity) -> JSONValue) -> JSONValue {
    func member(_ quantity: Quantity) -> JSONValue.Member {
      .init(quantity.name, described(quantity.description, value(quantity)))
    }
    let models = ModelCatalogue.all.map { $0.card }.sorted { $0.name < $1.name }.map { card in
      JSONValue.Member(
        card.name,
        described(card.summary, closed(card.parameters.map { member(quantity($0)) })))
    }
    return closed((ofGalaxy + parameters).map(member) + models)
  }

  /// Lower and upper bound.
  static func pair(of quantity: Quantity) -> JSONValue {
    let ends = [quantity.number(isLower: true), quantity.number()].map { number in
      JSONValue.object([.init("anyOf", [number, .definition("expression")])])
    }
    return ["type": "array", "prefixItems": .array(ends), "minItems": 2, "maxItems": 2]
  }

  /// The definition of the priors that a quantity may have: only of two the catalogue knows.
  static func priorName(of quantity: Quantity) -> String {
    switch GalaxyParameter(rawValue: quantity.name) {
    case .distance: "distance-prior"
    case .inclination: "inclination-prior"
    default: "prior"
    }
  }

  /// The kinds of priors.
  static var priorDefinitions: [JSONValue.Member] {
    let whole = PriorReading.one.schema
    let kinds = whole["anyOf"]?.elements.first ?? whole
    let own = kinds.changing("properties") { $0.without("catalogue") }
    let normal = kinds.changing("properties", "catalogue") { $0.with(["enum": ["normal"]]) }
    return [
      .init("prior", own),
      .init("inclination-prior", ["anyOf": [normal, ["const": "catalogue"]]]),
      .init("distance-prior", whole),
    ]
  }
}
