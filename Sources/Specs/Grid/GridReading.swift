import Models
import Steps
import Support
import Tables

/// The `grid` of a spec: known axes with values that make sense, in canonical order.
enum GridReading {
  /// The axes of the plan: mass-to-light ratios with their defaults, then all others by name,
  /// whatever the order of the file.
  ///
  /// A ratio that is free or tied is no axis.
  static func resolve(
    _ given: [JSONType<AxisValues?>.Entry], for models: [ModelCard], hasOffset: Bool,
    _ bounds: [ParameterBounds], free: [FreeQuantity], _ report: InputReport
  ) -> [Axis] {
    let parameters = models.flatMap(\.parameters)
    let selected = Set(parameters.map(\.name)).sorted()
    let usualRatios = Axis.massToLight.filter { axis in !free.contains { $0.name == axis.name } }
    let ratioNames = usualRatios.map(\.name)
    let offsetNames = hasOffset ? [OffsetSettings.scaleName] : []
    let usual = ratioNames + offsetNames
    for entry in given where !(usual + selected).contains(entry.key.value) {
      refuse(entry.key, among: usual + selected, free: free, report)
    }
    func axis(_ name: String) -> (name: String, given: AxisValues)? {
      let entry = given.first { $0.key.value == name }
      return entry?.value.map { (name, $0) }
    }
    let ratios = ratioNames.compactMap(axis)
    for ratio in ratios { checkRatios(ratio.name, ratio.given, report) }
    let fixed = selected.compactMap(axis)
    for (name, given) in fixed {
      // The scale of offsets has a rule of its own.
      let cards = offsetNames.contains(name) ? [] : parameters.filter { $0.name == name }
      checkParameter(name, given, cards, bounds, report)
    }
    for axis in offsetNames.compactMap(axis) {
      axis.given.refuse(report) { $0 > 0 ? nil : "\(axis.name) must be above zero, in m/s²" }
    }
    // An axis that is a parameter of a model as well holds for both.
    let scale = offsetNames.filter { !selected.contains($0) }.compactMap(axis)
    let others = (fixed + scale).sorted { $0.name < $1.name }.map { name, given in
      Axis(column(name, parameters), given.values, at: given.place)
    }
    return usualRatios.map { usual in
      guard let (_, given) = ratios.first(where: { $0.name == usual.name }) else { return usual }
      return usual.taking(given.values, at: given.place)
    } + others
  }

  /// The column of an axis that is no ratio: a parameter as the first model that has it describes
  /// it.
  private static func column(_ name: String, _ parameters: [ModelCard.Parameter]) -> ColumnSchema {
    let parameter = parameters.first { $0.name == name && name != OffsetSettings.scaleName }
    guard let parameter else { return OffsetSettings.scaleColumn }
    return ColumnSchema(name, unit: parameter.unit, "\(parameter.summary), fixed")
  }

  private static func refuse(
    _ name: Located<String>, among names: [String], free: [FreeQuantity], _ report: InputReport
  ) {
    let quantity = free.first { $0.name == name.value }
    if quantity?.range.tie != nil {
      report.error(
        "'\(name.value)' is tied, so it cannot be an axis", at: name.place,
        help: "remove the axis or the tie")
    } else if quantity != nil {
      report.error(
        "'\(name.value)' is free, so it cannot be an axis", at: name.place,
        help: "remove the axis, or the bounds and priors that free it")
    } else if GalaxyParameter(rawValue: name.value) != nil {
      report.error(
        "'\(name.value)' cannot be an axis", at: name.place,
        help: "free it under 'bounds' or 'priors'; bounds like [50, 50] fix it")
    } else if ModelCatalogue.parameterNames.contains(name.value) {
      report.error(
        "no selected model has the parameter '\(name.value)'", at: name.place,
        help: "add the model to 'fit', or remove this axis")
    } else {
      report.error(
        "unknown axis '\(name.value)'", at: name.place, help: names.advice(for: name.value))
    }
  }

  private static func checkRatios(_ name: String, _ given: AxisValues, _ report: InputReport) {
    given.refuse(report) { value in
      value >= 0
        ? nil
        : "\(name) is \(JSONValue.spelling(of: value)): a mass-to-light ratio is not negative"
    }
  }

  private static func checkParameter(
    _ name: String, _ given: AxisValues, _ cards: [ModelCard.Parameter],
    _ bounds: [ParameterBounds], _ report: InputReport
  ) {
    given.refuse(report) { value in
      cards.first { !$0.admits(value) }.map {
        "\(name) is \(JSONValue.spelling(of: value)), and must be positive: it is the \($0.summary)"
      }
    }
    func isAdmitted(_ value: Double) -> Bool { cards.allSatisfy { $0.admits(value) } }
    for rule in bounds where rule.parameter == name && rule.range.tie == nil {
      let lower = rule.range.lower.constant ?? -.infinity
      let upper = rule.range.upper.constant ?? .infinity
      guard lower <= upper else { continue }
      given.refuse(report, help: "widen the bounds, or drop the value") { value in
        (lower...upper).contains(value) || !isAdmitted(value)
          ? nil
          : "\(name) \(JSONValue.spelling(of: value)) is outside its bounds "
            + "[\(rule.range.lower.text), \(rule.range.upper.text)] of '\(rule.model)'"
      }
    }
  }
}
