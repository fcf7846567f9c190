import Models
import Support
import Tables

/// The priors that mock galaxies are drawn from: of numbers, and of values that make sense.
struct MockPriorReading {
  let report: InputReport

  /// The values that a quantity may be drawn from.
  private struct Domain {
    let name: String
    let values: ClosedRange<Double>
    /// What is said of others.
    let words: String
    /// Whether the quantity may be fixed at one of them.
    let admits: (Double) -> Bool
  }

  /// The priors of every parameter of a law: as given, otherwise flat within the card's bounds.
  ///
  /// - Parameters:
  ///   - given: The priors of the spec.
  ///   - card: The card of the law.
  /// - Returns: The priors in the order of the card.
  func parameters(_ given: GivenMock.Priors, of card: ModelCard) -> [MockPrior] {
    let names = card.parameters.map(\.name)
    for entry in given where !names.contains(entry.key.value) {
      let isOfGalaxy = GalaxyParameter(rawValue: entry.key.value) != nil
      report.error(
        "model '\(card.name)' has no parameter '\(entry.key.value)'", at: entry.key.place,
        help: isOfGalaxy
          ? "a quantity of the galaxy is drawn by 'draw'" : names.advice(for: entry.key.value))
    }
    return card.parameters.map { parameter -> MockPrior in
      let domain = Domain(
        name: parameter.name, values: parameter.values,
        words: "must be positive: it is the \(parameter.summary)", admits: parameter.admits)
      let form = given.first { $0.key.value == parameter.name }?.value
      let known = form.flatMap { range($0, in: domain) }
      return MockPrior(name: parameter.name, source: .range(known ?? parameter.flatRange))
    }
  }

  /// The priors of quantities of the galaxy, in their order.
  func draw(_ given: GivenMock.Priors) -> [MockPrior] {
    let names = GalaxyParameter.allCases.map(\.rawValue)
    for entry in given where !names.contains(entry.key.value) {
      let isOfLaw = ModelCatalogue.parameterNames.contains(entry.key.value)
      report.error(
        "'\(entry.key.value)' is no quantity of a galaxy", at: entry.key.place,
        help: isOfLaw
          ? "a parameter of the law is drawn by 'parameters'" : names.advice(for: entry.key.value))
    }
    return GalaxyParameter.allCases.compactMap { parameter in
      let form = given.first { $0.key.value == parameter.rawValue }?.value
      return form.flatMap { source($0, of: parameter) }
        .map { MockPrior(name: parameter.rawValue, source: $0) }
    }
  }

  private func source(
    _ form: Located<PriorReading.Form>, of parameter: GalaxyParameter
  ) -> MockPrior.Source? {
    let (name, values) = (parameter.rawValue, parameter.domain)
    if case .rule(let rule) = form.value, rule.isOfCatalogue {
      let isSound = PriorReading.checkCatalogue(rule, of: name, at: form.place, report)
      return isSound ? .catalogue(isLogarithmic: rule.kind == .catalogueLognormal) : nil
    }
    let ends = [values.lowerBound, values.upperBound].map { JSONValue.spelling(of: $0) }
    let unit = parameter.unit.isEmpty ? "" : " \(parameter.unit)"
    let domain = Domain(
      name: name, values: values, words: "lies between \(ends[0]) and \(ends[1])\(unit)",
      admits: { values.contains($0) })
    return range(form, in: domain).map { .range($0) }
  }

  /// A prior of numbers within the values that make sense, or `nil` after a mistake.
  private func range(_ form: Located<PriorReading.Form>, in domain: Domain) -> FitRange? {
    let parts = form.value.parts
    if let expression = parts.first(where: { $0.constant == nil }) {
      report.error(
        "the prior of '\(domain.name)' is made of numbers, and '\(expression.text)' is none",
        at: form.place, help: "mock galaxies are drawn before there is a catalogue")
      return nil
    }
    let numbers = parts.compactMap(\.constant)
    let range: FitRange
    var told = [numbers.first].compactMap(\.self)
    switch form.value {
    case .rule(.normal):
      range = FitRange(domain.values, .normal(mean: numbers[0], sigma: numbers[1]))
    case .rule(.lognormal):
      range = FitRange(domain.values, .lognormal(median: numbers[0], dex: numbers[1]))
    case .rule(.halfNormal), .rule(.beta):
      report.error(
        "mock galaxies are not drawn from such a prior", at: form.place,
        help: "draw '\(domain.name)' from one that is normal, lognormal, uniform or loguniform")
      return nil
    case .rule(let rule):
      PriorReading.checkCatalogue(rule, of: domain.name, at: form.place, report)
      return nil
    case .flat(let rule, _):
      guard numbers[0] <= numbers[1] else {
        let ends = numbers.reversed().map { JSONValue.spelling(of: $0) }
        report.error(
          "the ends of the prior of '\(domain.name)' are reversed", at: form.place,
          help: "write [\(ends[0]), \(ends[1])]")
        return nil
      }
      range = FitRange(numbers[0], numbers[1], rule.isUniform ? .uniform : .logUniform)
      told = numbers
    }
    let isFixed = range.lower == range.upper || range.prior.fixedValue != nil
    guard told.allSatisfy({ domain.values.contains($0) && (!isFixed || domain.admits($0)) }) else {
      report.error(
        "'\(domain.name)' \(domain.words)", at: form.place,
        help: "draw it from values that make sense")
      return nil
    }
    return range
  }
}

extension PriorReading.Form {
  /// The numbers and expressions of the prior.
  fileprivate var parts: [Bound] {
    switch self {
    case .rule(let rule): rule.parts
    case .flat(_, let ends): ends
    }
  }
}
