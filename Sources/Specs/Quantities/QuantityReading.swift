import Models
import Support
import Tables

/// The ranges of the quantities that fits vary, from the `bounds`, `priors` and `ties` of a spec.
struct QuantityReading {
  private let bounds: QuantityRules<[Bound]>
  private let priors: QuantityRules<PriorReading.Form>
  private let ties: QuantityRules<Expression>
  private let models: [ModelCard]
  private let report: InputReport

  init(
    bounds: [JSONType<QuantityRules<[Bound]>.Rule?>.Entry],
    priors: [JSONType<QuantityRules<PriorReading.Form>.Rule?>.Entry],
    ties: [JSONType<QuantityRules<Expression>.Rule?>.Entry], for models: [ModelCard],
    _ report: InputReport
  ) {
    self.bounds = QuantityRules(bounds, for: models, BoundsReading.wording, report)
    self.priors = QuantityRules(priors, for: models, PriorReading.wording, report)
    self.ties = QuantityRules(ties, for: models, TieReading.wording, report)
    self.models = models
    self.report = report
  }

  /// The range of every parameter of every model: the card's, where the spec gives none.
  func parameters(fixed axes: [String]) -> [ParameterBounds] {
    models.flatMap { model in
      model.parameters.map { parameter in
        let given = bounds[model.name, parameter.name]
        let prior = priors[model.name, parameter.name]
        if let tie = ties[model.name, parameter.name] {
          checkTie(
            of: parameter.name, tie.place, beside: [given?.place, prior?.place],
            isAxis: axes.contains(parameter.name))
          return ParameterBounds(
            model: model.name, parameter: parameter.name, QuantityRange(tied: tie.value))
        }
        if let given { check(given, of: parameter) }
        if let prior {
          check(prior, of: parameter, given?.value, isAxis: axes.contains(parameter.name))
        }
        return ParameterBounds(
          model: model.name, parameter: parameter.name,
          range(
            parameter.name, given, prior, usual: parameter.bounds,
            canBeNegative: parameter.domain == .real))
      }
    }
  }

  /// Where a quantity of the galaxy is freed; `nil` for one that is not.
  func place(of parameter: GalaxyParameter) -> Place? {
    bounds.names[parameter] ?? priors.names[parameter] ?? ties.names[parameter]
  }

  /// The quantities of the galaxy that the spec frees by naming them, in their order.
  ///
  /// - Parameter hasOffset: Whether the spec measures offsets, which need them fixed.
  /// - Returns: The quantities with their ranges.
  func free(hasOffset: Bool) -> [FreeQuantity] {
    GalaxyParameter.allCases.compactMap { parameter in
      guard let place = place(of: parameter) else { return nil }
      if hasOffset {
        let word = ties.names[parameter] == nil ? "free" : "tied"
        report.error(
          "offsets are measured at given ratios, so '\(parameter.rawValue)' cannot be \(word)",
          at: place, help: "measure the offsets in a spec of their own")
      }
      if ties.names[parameter] != nil {
        guard let tie = ties[parameter] else { return nil }
        checkTie(
          of: parameter.rawValue, tie.place,
          beside: [bounds.names[parameter], priors.names[parameter]], isAxis: false)
        return FreeQuantity(parameter, QuantityRange(tied: tie.value))
      }
      let (given, prior) = (bounds[parameter], priors[parameter])
      if let given { check(given.value, of: parameter, at: given.place) }
      if let prior { check(prior, of: parameter) }
      return FreeQuantity(
        parameter,
        range(
          parameter.rawValue, given, prior, usual: parameter.domain,
          canBeNegative: parameter.domain.lowerBound < 0))
    }
  }

  /// Puts bounds and prior together; a flat prior narrows the bounds.
  private func range(
    _ name: String, _ bounds: Located<[Bound]>?, _ prior: Located<PriorReading.Form>?,
    usual: ClosedRange<Double>, canBeNegative: Bool
  ) -> QuantityRange {
    let lower = bounds?.value[0] ?? .number(usual.lowerBound)
    let upper = bounds?.value[1] ?? .number(usual.upperBound)
    switch prior?.value {
    case nil: return QuantityRange(lower, upper)
    case .rule(let rule) where rule.kind == .halfNormal:
      if let prior, let high = upper.constant, high <= 0 {
        report.error(
          "a half-normal prior lies above zero, and '\(name)' is bounded from above at "
            + upper.text, at: prior.place, help: "widen the bounds, or use a normal prior")
      }
      let start = lower.constant.map { .number(max($0, 0)) } ?? lower
      return QuantityRange(start, upper, prior: rule)
    case .rule(let rule):
      if let prior {
        checkOverlap(name, rule, lower, upper, at: prior.place)
        if canBeNegative { checkSign(name, rule, lower, at: prior.place) }
      }
      return QuantityRange(lower, upper, prior: rule)
    case .flat(let rule, let ends):
      guard let bounds, let prior, bounds.value.map(\.text) != ends.map(\.text) else {
        return QuantityRange(ends[0], ends[1], prior: rule)
      }
      let numbers = (bounds.value + ends).compactMap(\.constant)
      guard numbers.count == 4 else {
        report.error(
          "'\(name)' has a \(rule.kind.rawValue) prior beside bounds, and one of them depends on "
            + "the galaxy", at: prior.place, help: "give one range, under 'priors'")
        return QuantityRange(lower, upper, prior: rule)
      }
      let (low, high) = (max(numbers[0], numbers[2]), min(numbers[1], numbers[3]))
      if low > high, numbers[0] <= numbers[1], numbers[2] <= numbers[3] {
        refuseOutside(name, numbers[0], numbers[1], at: prior.place)
      }
      return QuantityRange(.number(low), .number(high), prior: rule)
    }
  }

  /// Refuses a prior that leaves nothing within constant bounds.
  private func checkOverlap(
    _ name: String, _ rule: PriorRule, _ lower: Bound, _ upper: Bound, at place: Place
  ) {
    let low = lower.constant ?? -.infinity
    let high = upper.constant ?? .infinity
    guard low <= high else { return }
    if rule.width?.constant == 0, let centre = rule.centre?.constant, centre < low || centre > high
    {
      refuseOutside(name, low, high, at: place)
    }
  }

  /// Refuses a lognormal prior of what may be negative within its bounds; where it may not at all,
  /// the bounds are refused.
  private func checkSign(_ name: String, _ rule: PriorRule, _ lower: Bound, at place: Place) {
    guard case .lognormal = rule, lower.constant.map({ $0 < 0 }) ?? true else { return }
    report.error(
      "a lognormal prior is for positive quantities, and '\(name)' is bounded from "
        + lower.text, at: place, help: "give \"bounds\": {\"\(name)\": [0, …]}")
  }

  /// Refuses a tie of what is given bounds, a prior or an axis as well.
  private func checkTie(
    of name: String, _ place: Place, beside others: [Place?], isAxis: Bool
  ) {
    for other in others.compactMap(\.self) {
      report.error(
        "'\(name)' is tied, so it has neither bounds nor a prior of its own", at: other,
        help: "remove them or the tie")
    }
    if isAxis {
      report.error(
        "'\(name)' is an axis of the grid, which fixes it: it cannot be tied", at: place,
        help: "remove the axis or the tie")
    }
  }

  private func refuseOutside(_ name: String, _ low: Double, _ high: Double, at place: Place) {
    let ends = [low, high].map { $0.isFinite ? JSONValue.spelling(of: $0) : "…" }
    report.error(
      "the prior of '\(name)' lies outside its bounds", at: place,
      help: "they are [\(ends[0]), \(ends[1])]")
  }

  private func check(_ bounds: Located<[Bound]>, of parameter: ModelCard.Parameter) {
    checkOrder(bounds.value, of: parameter.name, at: bounds.place)
    guard parameter.domain == .positive else { return }
    if let lower = bounds.value[0].constant, lower < 0 {
      report.error(
        "'\(parameter.name)' cannot be negative: it is the \(parameter.summary)", at: bounds.place)
    }
    if let upper = bounds.value[1].constant, !parameter.admits(upper) {
      report.error("the upper bound of '\(parameter.name)' must be positive", at: bounds.place)
    }
  }

  private func check(
    _ prior: Located<PriorReading.Form>, of parameter: ModelCard.Parameter, _ bounds: [Bound]?,
    isAxis: Bool
  ) {
    if isAxis {
      report.error(
        "'\(parameter.name)' is an axis of the grid, which fixes it: a prior has no say",
        at: prior.place, help: "remove the axis or the prior")
    }
    switch prior.value {
    case .flat(_, let ends): check(Located(ends, at: prior.place), of: parameter)
    case .rule(let rule):
      PriorReading.checkCatalogue(rule, of: parameter.name, at: prior.place, report)
      // A value below the bounds is told where they are put together.
      let lower = bounds.map { $0[0].constant ?? -.infinity } ?? parameter.bounds.lowerBound
      guard rule.width?.constant == 0, let centre = rule.centre?.constant,
        centre >= lower, !parameter.admits(centre)
      else { break }
      report.error(
        "'\(parameter.name)' is fixed at \(JSONValue.spelling(of: centre)), and must be positive: "
          + "it is the \(parameter.summary)", at: prior.place)
    }
  }

  private func check(_ prior: Located<PriorReading.Form>, of parameter: GalaxyParameter) {
    switch prior.value {
    case .flat(_, let ends): check(ends, of: parameter, at: prior.place)
    case .rule(let rule):
      PriorReading.checkCatalogue(rule, of: parameter.rawValue, at: prior.place, report)
    }
  }

  private func check(_ bounds: [Bound], of parameter: GalaxyParameter, at place: Place) {
    let name = parameter.rawValue
    checkOrder(bounds, of: name, at: place)
    guard bounds.compactMap(\.constant).contains(where: { !parameter.domain.contains($0) }) else {
      return
    }
    let ends = [parameter.domain.lowerBound, parameter.domain.upperBound]
      .map { JSONValue.spelling(of: $0) }
    let unit = parameter.unit.isEmpty ? "" : " \(parameter.unit)"
    report.error(
      "'\(name)' lies between \(ends[0]) and \(ends[1])\(unit)", at: place,
      help: "bounds may not reach further")
  }

  private func checkOrder(_ bounds: [Bound], of name: String, at place: Place) {
    guard let lower = bounds[0].constant, let upper = bounds[1].constant, lower > upper else {
      return
    }
    report.error(
      "the bounds of '\(name)' are reversed", at: place,
      help: "write [\(JSONValue.spelling(of: upper)), \(JSONValue.spelling(of: lower))]")
  }
}
