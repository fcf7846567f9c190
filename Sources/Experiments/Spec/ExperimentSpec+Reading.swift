import Models
package import Support

extension ExperimentSpec {
  /// Reads a spec that is already merged with what it extends.
  ///
  /// Every mistake that can be found without the data is found here, all in one go; names of columns
  /// and galaxies are checked when the plan is made. There is no spec, `nil`, where a mistake leaves
  /// nothing to go on with.
  ///
  /// - Parameters:
  ///   - node: The merged JSON value.
  ///   - report: Receives the mistakes.
  package init?(_ node: JSONNode, _ report: InputReport) {
    guard let object = JSONObject(node, keys: SpecKeys.all, report) else { return nil }
    if let version = object[SpecKeys.upsilon], version.value != Double(Self.schemaVersion) {
      report.error(
        "spec language \(JSONValue.spelling(of: version.value)) is not known", at: version.place,
        help: "this program reads \"upsilon\": \(Self.schemaVersion)")
    }
    let name = object[SpecKeys.name]
    if let name { Self.checkName(name, report) }
    let dataset = object[SpecKeys.dataset]
    let cuts = object[SpecKeys.cuts] ?? Cuts()
    let models = object[SpecKeys.model]
    let axes = object[SpecKeys.grid] ?? []
    let bounds = object[SpecKeys.bounds] ?? []
    let methods = object[SpecKeys.methods] ?? []
    let analyses = object[SpecKeys.analyses] ?? []
    let outputs = object[SpecKeys.outputs] ?? Outputs()
    let expectations = object[SpecKeys.expect] ?? []
    let limits = object[SpecKeys.limits] ?? Limits()
    let (question, source) = (object[SpecKeys.question], object[SpecKeys.source])

    // Without models nothing can be said of parameters: their names stay unchecked.
    let cards = (models ?? []).compactMap { ModelCatalogue.law(named: $0)?.card }
    let isKnown = models != nil
    let checked = isKnown ? report : InputReport()
    self.bounds = BoundsReading.resolve(bounds, for: cards, checked)
    self.grid = GridReading.resolve(axes, for: cards, self.bounds, checked)
    self.methods = MethodChoice.resolve(methods, for: cards, checked)
    guard let name, let dataset, let models else { return nil }

    self.name = name.value
    self.question = question ?? ""
    self.source = source ?? ""
    self.dataset = dataset.value
    self.datasetPlace = dataset.place
    self.cuts = cuts
    self.models = models
    self.analyses = analyses
    self.outputs = outputs
    self.expectations = expectations
    self.limits = limits
    self.warnings = outputs.figures.map {
      Diagnostic(
        .warning, "figure '\($0.value)' is not drawn: this version makes tables only",
        at: $0.place)
    }
  }

  private static func checkName(_ name: Located<String>, _ report: InputReport) {
    let isFine = name.value.utf8.allSatisfy {
      $0.isWordByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    let starts = name.value.utf8.first.map { $0.isWordByte } ?? false
    guard isFine, starts, name.value.utf8.count <= 100 else {
      report.error(
        "'\(name.value)' cannot name a folder", at: name.place,
        help: "use up to 100 letters, digits, '-', '_' and '.', starting with a letter or digit")
      return
    }
  }
}
