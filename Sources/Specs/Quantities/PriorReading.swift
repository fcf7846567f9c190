import Models
import Support
import Tables

/// The `priors` of a spec: by quantity for all models, or by model and parameter.
enum PriorReading {
  /// What stands for one prior.
  enum Form: Resolvable {
    case rule(PriorRule)
    /// One that is flat between two ends, which narrow the bounds.
    case flat(PriorRule, [Bound])

    var resolved: JSONValue {
      switch self {
      case .rule(let rule): rule.resolved(within: .null)
      case .flat(let rule, let ends): rule.resolved(within: ends.resolved)
      }
    }
  }

  /// How mistakes are told.
  static let wording = QuantityWording(
    noun: "priors", form: "its prior is one object",
    example: #"{"normal": {"mean": 50, "sigma": 5}}"#)

  private static let mean = JSONKey("mean", Bound.type, required: true, "the most likely value")
  private static let sigma = JSONKey(
    "sigma", width, required: true, "the standard deviation; 0 fixes the value")
  private static let median = JSONKey("median", positive, required: true, "the most likely value")
  private static let dex = JSONKey(
    "dex", width, required: true,
    "the standard deviation of the decimal logarithm; 0 fixes the value"
  )

  private static let normal = JSONKey(
    "normal",
    JSONType<PriorRule>.object(of: [mean, sigma]) { node, report in
      guard let object = JSONObject(node, keys: [mean, sigma], report) else { return nil }
      let (mean, sigma) = (object[mean], object[sigma])
      guard let mean, let sigma else { return nil }
      return .normal(mean: mean, sigma: sigma)
    }, "a normal distribution, in the unit of the quantity")
  private static let lognormal = JSONKey(
    "lognormal",
    JSONType<PriorRule>.object(of: [median, dex]) { node, report in
      guard let object = JSONObject(node, keys: [median, dex], report) else { return nil }
      let (median, dex) = (object[median], object[dex])
      guard let median, let dex else { return nil }
      return .lognormal(median: median, dex: dex)
    }, "a normal distribution of the decimal logarithm")
  private static let halfWidth = JSONKey(
    "sigma", positiveWidth, required: true, "the standard deviation of the whole distribution")
  private static let halfNormal = JSONKey(
    "halfnormal",
    JSONType<PriorRule>.object(of: [halfWidth]) { node, report in
      guard let object = JSONObject(node, keys: [halfWidth], report) else { return nil }
      return object[halfWidth].map { .halfNormal(sigma: $0) }
    }, "the upper half of a normal distribution about zero; it narrows the bounds")
  private static let shapeA = JSONKey(
    "a", shape, required: true, "above 1 for a density of zero at the lower bound")
  private static let shapeB = JSONKey(
    "b", shape, required: true, "above 1 for a density of zero at the upper bound")
  private static let beta = JSONKey(
    "beta",
    JSONType<PriorRule>.object(of: [shapeA, shapeB]) { node, report in
      guard let object = JSONObject(node, keys: [shapeA, shapeB], report) else { return nil }
      let (a, b) = (object[shapeA], object[shapeB])
      guard let a, let b else { return nil }
      return .beta(a: a, b: b)
    }, "a beta distribution between the bounds, u^(a - 1) (1 - u)^(b - 1)")
  private static let uniform = JSONKey(
    "uniform", BoundsReading.pair, "every value of a range is as likely; it narrows the bounds")
  private static let logUniform = JSONKey(
    "loguniform", positivePair,
    "every ratio within a range above zero is as likely; it narrows the bounds")
  private static let catalogue = JSONKey(
    "catalogue",
    JSONType<CatalogueForm>.choice("distribution").map { form, _, _ in form.rule },
    "the catalogue's value and error: normal (the same as \"catalogue\"), or lognormal, for the "
      + "distance")
  private static let kinds: [any JSONKeyDeclaration] = [
    normal, lognormal, halfNormal, beta, uniform, logUniform, catalogue,
  ]

  /// How the catalogue's value and error are taken.
  private enum CatalogueForm: String, CaseIterable {
    case normal
    case lognormal

    var rule: PriorRule { self == .normal ? .catalogue : .catalogueLognormal }
  }

  /// Two ends of which no number is zero or less.
  private static let positivePair = JSONType<Located<[Bound]>>(
    schema: [
      "type": "array", "items": Bound.schema(of: ["type": "number", "exclusiveMinimum": 0]),
      "minItems": 2, "maxItems": 2,
    ], words: BoundsReading.pair.words
  ) { node, report in
    guard let pair = BoundsReading.pair.read(node, report) else { return nil }
    guard pair.value.compactMap(\.constant).contains(where: { $0 <= 0 }) else { return pair }
    report.error(
      "a prior that is flat in the logarithm lies above zero", at: node.place,
      help: "start it at a small number, or use a uniform prior")
    return nil
  }

  /// A width: a number that is not negative, or an expression.
  private static let width = JSONType<Bound>(
    schema: Bound.schema(of: ["type": "number", "minimum": 0]),
    words: "number of at least 0, or expression"
  ) { node, report in
    guard let bound = Bound.type.read(node, report) else { return nil }
    guard bound.constant.map({ $0 < 0 }) ?? false else { return bound }
    report.error(
      "the width of a prior cannot be negative", at: node.place,
      help: "0 fixes the quantity at the most likely value")
    return nil
  }

  /// A width above zero: a number, or an expression.
  private static let positiveWidth = JSONType<Bound>(
    schema: Bound.schema(of: ["type": "number", "exclusiveMinimum": 0]),
    words: "number above 0, or expression"
  ) { node, report in
    guard let bound = Bound.type.read(node, report) else { return nil }
    guard bound.constant.map({ $0 <= 0 }) ?? false else { return bound }
    report.error(
      "the width of a half-normal prior must be positive", at: node.place,
      help: "bounds like [0, 0] fix the quantity at zero")
    return nil
  }

  /// A shape of a beta distribution.
  private static let shape = JSONType<Double>(schema: ["type": "number", "minimum": 1]) {
    node, report in
    guard let value = JSONType<Double>.number.read(node, report) else { return nil }
    if value >= 1 { return value }
    report.error(
      "the shapes of a beta prior are at least 1", at: node.place,
      help: "below, its density is infinite at a bound, and that would be every fit's best value")
    return nil
  }

  /// A median: a number above zero, or an expression.
  private static let positive = JSONType<Bound>(
    schema: Bound.schema(of: ["type": "number", "exclusiveMinimum": 0]),
    words: "number above 0, or expression"
  ) { node, report in
    guard let bound = Bound.type.read(node, report) else { return nil }
    guard bound.constant.map({ $0 <= 0 }) ?? false else { return bound }
    report.error(
      "the median of a lognormal prior must be positive", at: node.place,
      help: "use a normal prior for a quantity that may be zero or negative")
    return nil
  }

  /// The prior of one quantity.
  static let one = JSONType<Located<Form>>(
    schema: ["anyOf": [JSONObject.schema(ofOneAmong: kinds), ["const": "catalogue"]]],
    words: "object of one key, or \"catalogue\"", parts: kinds
  ) { node, report in
    if node.string == PriorRule.Kind.catalogue.rawValue {
      return Located(.rule(.catalogue), at: node.place)
    }
    let advice =
      "write {\"normal\": …}, {\"lognormal\": …}, {\"halfnormal\": …}, {\"beta\": …}, "
      + "{\"uniform\": [0.3, 0.8]}, {\"loguniform\": [1, 100]} or \"catalogue\""
    guard node.members != nil else {
      report.error(
        node.string.map { "unknown prior '\($0)'" } ?? "expected a prior, not \(node.kind)",
        at: node.place, help: advice)
      return nil
    }
    guard let object = JSONObject(node, keys: kinds, report) else { return nil }
    let known = kinds.filter { node[$0.name] != nil }
    guard known.count == 1 else {
      if !known.isEmpty || node.members?.isEmpty ?? false {
        report.error("a quantity has one prior", at: node.place, help: advice)
      }
      return nil
    }
    let rule =
      (object[normal] ?? object[lognormal]) ?? (object[halfNormal] ?? object[beta])
      ?? object[catalogue]
    let form =
      rule.map { Form.rule($0) } ?? object[uniform].map { .flat(.uniform, $0.value) }
      ?? object[logUniform].map { .flat(.logUniform, $0.value) }
    return form.map { Located($0, at: node.place) }
  }

  /// Which of the two forms a key has depends on the key: models have names of their own.
  static let type = JSONType<[JSONType<QuantityRules<Form>.Rule?>.Entry]>(
    schema: QuantityRules<Form>.schema(of: one.schema),
    words: "object of quantities, or of models with their parameters, each with its prior",
    parts: kinds
  ) { node, report in
    guard let members = node.members else {
      report.error("expected an object, not \(node.kind)", at: node.place)
      return nil
    }
    return members.map { member in
      let rule: QuantityRules<Form>.Rule? =
        ModelCatalogue.names.contains(member.key) && member.node.members != nil
        ? one.tolerant.map.read(member.node, report).map { entries in
          .model(entries.compactMap { entry in entry.value.map { .init(entry.key, $0) } })
        } : one.read(member.node, report).map { .quantity($0) }
      return .init(Located(member.key, at: member.keyPlace), rule)
    }
  }
}
