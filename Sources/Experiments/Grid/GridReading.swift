import Models
import Support

/// The `grid` of a spec: known axes with values that make sense, in canonical order.
enum GridReading {
  /// The axes of the plan: mass-to-light ratios with their defaults, then parameters in the order of
  /// the model catalogue, whatever the order of the file.
  static func resolve(
    _ given: [JSONType<Located<[Double]>?>.Entry], for models: [ModelCard], hasOffset: Bool,
    _ bounds: [ParameterBounds], _ report: InputReport
  ) -> [Axis] {
    let parameters = ModelCatalogue.parameters.map(\.name)
    let selected = parameters.filter { name in
      models.contains { $0.parameters.contains { $0.name == name } }
    }
    let usual = Axis.massToLight.map(\.name) + (hasOffset ? [OffsetTable.scaleAxis] : [])
    for entry in given where !(usual + selected).contains(entry.key.value) {
      let name = entry.key.value
      if parameters.contains(name) {
        report.error(
          "no selected model has the parameter '\(name)'", at: entry.key.place,
          help: "add the model to 'fit', or remove this axis")
      } else {
        report.error(
          "unknown axis '\(name)'", at: entry.key.place,
          help: (usual + selected).advice(for: name))
      }
    }
    func values(_ name: String) -> Axis? {
      given.first { $0.key.value == name }?.value.map { Axis(name, $0.value, at: $0.place) }
    }
    let ratios = Axis.massToLight.map { values($0.name) ?? $0 }
    for axis in ratios { checkRatios(axis, report) }
    let fixed = selected.compactMap(values)
    for axis in fixed { checkParameter(axis, bounds, report) }
    let scale = hasOffset ? [values(OffsetTable.scaleAxis)].compactMap(\.self) : []
    for axis in scale { checkScale(axis, report) }
    return ratios + fixed + scale
  }

  private static func checkScale(_ axis: Axis, _ report: InputReport) {
    for value in axis.values where value <= 0 {
      report.error("\(axis.name) must be above zero, in m/s²", at: axis.place)
    }
  }

  private static func checkRatios(_ axis: Axis, _ report: InputReport) {
    for value in axis.values where value <= 0 {
      report.error(
        "\(axis.name) is \(JSONValue.spelling(of: value)): a mass-to-light ratio is positive",
        at: axis.place)
    }
  }

  private static func checkParameter(
    _ axis: Axis, _ bounds: [ParameterBounds], _ report: InputReport
  ) {
    for rule in bounds where rule.parameter == axis.name {
      for value in axis.values {
        let tooLow = rule.lower.constant.map { value < $0 } ?? false
        let tooHigh = rule.upper.constant.map { value > $0 } ?? false
        guard tooLow || tooHigh else { continue }
        report.error(
          "\(axis.name) \(JSONValue.spelling(of: value)) is outside its bounds "
            + "[\(rule.lower.text), \(rule.upper.text)] of '\(rule.model)'", at: axis.place,
          help: "widen the bounds, or drop the value")
      }
    }
  }
}
