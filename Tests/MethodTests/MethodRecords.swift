import Galaxies
import Models
import Numerics
import Plans
import Specs
import Steps
import Support
import Tables
import Testing

/// Every method of the program with its definition and its numbers.
enum MethodRecords {
  static func all() throws -> [MethodRecord] {
    try made.get()
  }

  private static let made = Result {
    try (ModelCatalogue.earlier + ModelCatalogue.all).map { try law($0.card) } + searches()
      + disks() + optima()
      + offsets() + points() + [posterior()] + engine()
  }

  // MARK: Laws

  /// A law: its card, and its fits within the bounds of the card and within narrow ones.
  static func law(_ card: ModelCard) throws -> MethodRecord {
    // A law is told apart from the version of the search.
    let grid =
      #""model": {"fit": ["\#(card.name)"]}, "#
      + #""methods": {"\#(card.name)": "\#(card.method)", "search": "v1_starts"}, "#
      + #""grid": {"upsilon_disk": [0.3, 0.5, 0.8]}"#
    let (usual, tight) = (
      try MadeSample.plan(grid), try MadeSample.plan(grid + narrowBounds(of: card))
    )
    return MethodRecord(
      "\(card.name) \(card.method)",
      definition: [
        "formula": .string(card.formula),
        "needs": .array(card.needs.map { .string($0.name) }),
        "parameters": .object(
          card.parameters.map {
            .init(
              $0.name,
              [
                "unit": .string($0.unit), "lower": .number($0.bounds.lowerBound),
                "upper": .number($0.bounds.upperBound), "domain": .string("\($0.domain)"),
              ])
          }),
        "order": .array(card.parameters.map { .string($0.name) }),
      ],
      results: try [ResultTable](of: usual, in: "usual/") + [ResultTable](of: tight, in: "narrow/"))
  }

  // MARK: Searches

  /// The ways to the optimum of a fit after the first, for each law with its published bounds,
  /// with narrow ones and, for halos, with a free galaxy.
  static func searches() throws -> [MethodRecord] {
    try SearchMethod.allCases.dropFirst().map { search in
      let version = search.rawValue
      let laws = ModelCatalogue.all.map { $0.card }
      return MethodRecord(
        "search \(version)",
        definition: ["laws": .object(laws.map { .init($0.name, .string($0.method)) })],
        results: try laws.flatMap { try tables(of: $0, by: version) })
    }
  }

  private static func tables(of card: ModelCard, by search: String) throws -> [ResultTable] {
    let model =
      #""model": {"fit": ["\#(card.name)"]}, "#
      + #""methods": {"\#(card.name)": "\#(card.method)", "search": "\#(search)"}"#
    let grid = #", "grid": {"upsilon_disk": {"from": 0.3, "through": 0.75, "step": 0.05}}"#
    let narrow = narrowBounds(of: card)
    let (usual, tight) = (
      try MadeSample.plan(model + grid), try MadeSample.plan(model + grid + narrow)
    )
    let tables =
      try [ResultTable](of: usual, in: "\(card.name)/usual/")
      + [ResultTable](of: tight, in: "\(card.name)/narrow/")
    guard card.parameters.contains(where: { $0.name == "v200" }) else { return tables }
    let priors =
      #", "priors": {"upsilon_disk": {"lognormal": {"median": 0.5, "dex": 0.1}}, "#
      + #""inclination": {"normal": {"mean": 55, "sigma": 6}}}"#
    return try tables
      + [ResultTable](of: try MadeSample.plan(model + priors), in: "\(card.name)/galaxy/")
  }

  /// Bounds an eighth as wide as the published ones.
  private static func narrowBounds(of card: ModelCard) -> String {
    let narrow = card.parameters.map { parameter in
      let (low, high) = (parameter.bounds.lowerBound, parameter.bounds.upperBound)
      return #""\#(parameter.name)": [\#(low), \#(low + (high - low) / 8)]"#
    }.joined(separator: ", ")
    return #", "bounds": {\#(narrow)}"#
  }

  // MARK: Optima

  /// The searches for an optimum, for each galaxy and for the sample, in every version.
  static func optima() throws -> [MethodRecord] {
    try ["optimum", "joint_optimum"].flatMap { family in
      try versions(of: family).map { version in
        let plan = try optimumPlan(family, version)
        let step = plan.spec.resolved["analyses"]?.array?.last ?? .null
        return MethodRecord(
          "\(family) \(version)", definition: ["step": step],
          results: try [ResultTable](of: plan, tables: ["best", "best.optima"]))
      }
    }
  }

  private static func versions(of family: String) throws -> [String] {
    let steps = try optimumPlan(family, nil).spec.analyses
    return steps.flatMap(\.methods).first { $0.family == family }?.versions ?? []
  }

  private static func optimumPlan(_ family: String, _ version: String?) throws -> Plan {
    // A search is told apart from the version of what it searches.
    let chosen = version.map { #", "\#(family)": "\#($0)""# } ?? ""
    let methods = #""methods": {"offset": "v1_with_r_eff"\#(chosen)}, "#
    let steps =
      family == "optimum"
      ? #"""
      {"name": "best", "optimize": "offsets", "minimize": "offset^2", "over": {"upsilon_disk": [0.05, 4]}, "each": "galaxy"}
      """#
      : #"""
      {"name": "fit", "regress": "offsets", "response": "offset", "terms": ["log_v"]},
      {"name": "best", "optimize": "fit", "minimize": "rms", "over": {"upsilon_disk": [0.1, 1.5]}}
      """#
    return try MadeSample.plan(#"\#(methods)"model": {"offset": {}}, "analyses": [\#(steps)]"#)
  }

  // MARK: Everything without a version

  /// Offsets, analyses, constants and defaults: what the number of the engine stands for.
  static func engine() throws -> [MethodRecord] {
    let steps = try MadeSample.spec(EngineSpecs.steps).analyses
    return [
      constants, MethodRecord("elementary", definition: [:], results: [elementary]), mock,
      MethodRecord(
        "steps",
        definition: [
          "steps": .array(steps.map(\.resolved)),
          "statistics": .array(Statistic.names.map { .string($0) }),
        ],
        results: MadeSample.made(by: steps).all.map { ResultTable($0, named: $0.name) }),
    ]
      + (try EngineSpecs.all.map { spec in
        let plan = try MadeSample.plan(spec.members)
        return MethodRecord(
          spec.name, definition: plan.spec.scientific, results: try [ResultTable](of: plan))
      })
  }

  private static var constants: MethodRecord {
    MethodRecord(
      "constants",
      definition: [
        "metres_per_kiloparsec": .number(Constants.metresPerKiloparsec),
        "gravity": .number(Constants.gravity),
        "gas_per_hydrogen": .number(Constants.gasPerHydrogen),
        "acceleration_scale": .number(RadialAcceleration.scale),
        "outer_radius": .number(CurveFit.outerRadius),
        "upsilon": [
          "disk": .number(MassToLight().disk), "bulge": .number(MassToLight().bulge),
          "gas": .number(MassToLight().gas),
        ],
      ], results: [])
  }

  private static var mock: MethodRecord {
    MethodRecord(
      "mock", definition: DatasetChoice.mock(MockSettings()).resolved,
      results: [
        ResultTable("files", row: MockSample().dataset.inputs.map { ($0.role, $0.sha256) })
      ])
  }

  /// A hash of a thousand values of each elementary function.
  private static var elementary: ResultTable {
    let functions: [(name: String, function: (Double) -> Double)] = [
      ("exp", Elementary.exp), ("expm1", Elementary.expm1), ("exp10", Elementary.exp10),
      ("one_minus_exp", { Elementary.oneMinusExp(minus: abs($0)) }),
      ("tanh", Elementary.tanh), ("sinh", Elementary.sinh), ("cosh", Elementary.cosh),
      ("log", { Elementary.log(abs($0)) }), ("log10", { Elementary.log10(abs($0)) }),
      ("log1p", { Elementary.log1p(abs($0)) }), ("pow", { Elementary.pow(abs($0), 1.7) }),
      ("sin", Elementary.sin), ("cos", Elementary.cos), ("tan", Elementary.tan),
      ("atan", Elementary.atan),
    ]
    return ResultTable(
      "hashes",
      row: functions.map { name, function in
        var random = SplitMix64(seed: 5)
        let values = (0..<1000).map { _ in function(40 * random.uniform() - 20) }
        let bytes = values.flatMap { value in
          (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
        }
        return (name, Fingerprint(of: bytes).description)
      })
  }
}
