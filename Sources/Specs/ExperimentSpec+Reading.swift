import Models
import Steps
package import Support

extension ExperimentSpec {
  /// Reads a spec that is already merged with what it extends.
  ///
  /// Where there is a mistake, every other that can be found without the data is found here too,
  /// all in one go. Names of tables, columns and galaxies are checked by the plan. There is no
  /// spec, `nil`, where a mistake leaves nothing to go on with; it is sound if the report has no
  /// error.
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
    let block = object[SpecKeys.model]
    let models = block?.models
    let axes = object.list(SpecKeys.grid)
    let bounds = object.list(SpecKeys.bounds)
    let priors = object.list(SpecKeys.priors)
    let ties = object.list(SpecKeys.ties)
    let posterior = object[SpecKeys.posterior]
    let methods = object.list(SpecKeys.methods)
    let steps = object[SpecKeys.analyses]
    let outputs = object[SpecKeys.outputs] ?? Outputs()
    let expectations = object.list(SpecKeys.expect).compactMap(\.self)
    let limits = object[SpecKeys.limits] ?? Limits()
    let (question, source) = (object.text(SpecKeys.question), object.text(SpecKeys.source))
    if Self.leansOnAnother(question) {
      report.warn(
        "the question does not stand alone", at: object.place(of: SpecKeys.question),
        help: "it is the title of the report: say what is asked in one whole sentence")
    }

    // Where the models are not known, names are held against all there are.
    let known = models ?? []
    let cards = (models ?? ModelCatalogue.names).compactMap { ModelCatalogue.law(named: $0)?.card }
    let quantities = QuantityReading(
      bounds: bounds, priors: priors, ties: ties, for: cards, report)
    self.bounds = quantities.parameters(fixed: axes.map(\.key.value))
    self.free = quantities.free(hasOffset: block?.offset != nil)
    Self.checkVaried(
      known, self.bounds, self.free, fixed: axes.map(\.key.value),
      at: self.free.last.flatMap { quantities.place(of: $0.parameter) }, report)
    self.grid = GridReading.resolve(
      axes, for: cards, hasOffset: block.map { $0.offset != nil } ?? true,
      models == nil ? [] : self.bounds, free: self.free, report)
    let hasPriors = Self.hasPriors(self.bounds.map(\.range) + self.free.map(\.range))
    let facts = FitFacts(of: cards, hasPriors: hasPriors)
    let readSteps = steps.asList.flatMap(\.self).compactMap { step in
      var settled = step
      settled?.settle(by: facts)
      return settled
    }
    self.methods = MethodChoice.resolve(
      methods, for: cards,
      isPosterior: self.free.contains { $0.range.tie == nil } || hasPriors,
      hasOffset: block?.offset != nil, sampler: posterior?.value.method.value, readSteps, report)
    if let posterior {
      Self.checkPosterior(
        posterior, models == nil ? [] : cards, isFitted: models?.isEmpty != true, self.bounds,
        self.free, fixed: axes.map(\.key.value), readSteps, report)
    }
    Self.checkProofs(at: block?.certify, by: self.methods, report)
    Self.checkPoints(methods, hasOffset: block?.offset != nil, readSteps, report)
    if let block, block.isEmpty {
      Self.checkEmpty(
        block, axes, free.compactMap { quantities.place(of: $0.parameter) },
        hasSteps: object.has(SpecKeys.analyses) && steps?.isEmpty != true, report)
    }
    components = ComponentChoice(
      methods, object[SpecKeys.thickness], object[SpecKeys.beyond])
    components.check(report)
    if let choice = dataset?.value, choice.hasSpeeds {
      components.refuse(forSpeedsOf: choice.label, report)
    }
    self.name = name?.value ?? ""
    self.question = question
    self.source = source
    self.answer = object[SpecKeys.answer]
    self.authors = object.list(SpecKeys.authors)
    self.dataset = dataset?.value ?? .registered("")
    self.datasetPlace = dataset?.place ?? node.place
    self.cuts = cuts
    self.models = known
    self.offset = block?.offset
    hasIntervals = block?.hasIntervals ?? false
    self.posterior = posterior
    isCertified = block?.certify != nil
    self.analyses = readSteps
    // Without the models it is not known which tables there are.
    self.unreadTables =
      (object.has(SpecKeys.analyses) ? Self.unread(steps, node) : []) + (models == nil ? [nil] : [])
    self.outputs = outputs
    self.expectations = expectations
    self.limits = limits
    self.warnings = []
  }

  /// The names of the steps that could not be read; `nil` for one without a name.
  private static func unread(_ steps: [(any Step)?]?, _ node: JSONNode) -> [String?] {
    guard let steps else { return [nil] }
    guard let nodes = node[SpecKeys.analyses.name]?.array else { return [] }
    return zip(steps, nodes).filter { $0.0 == nil }.map { $0.1["name"]?.string }
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

  /// Refuses proofs of optima by a search that has none.
  private static func checkProofs(
    at place: Place?, by methods: [MethodChoice], _ report: InputReport
  ) {
    let (search, starts) = (SearchMethod.methods.family, SearchMethod.starts.rawValue)
    guard let place, methods.contains(MethodChoice(family: search, version: starts)) else {
      return
    }
    report.error(
      "the search '\(starts)' proves nothing", at: place,
      help: "leave '\(search)' in 'methods' to the newest version, or remove 'certify'")
  }

  /// Whether a question begins like the second half of another one.
  private static func leansOnAnother(_ question: String) -> Bool {
    let first = question.prefix { $0.isLetter }.lowercased()
    return ["and", "but", "or", "then"].contains(first)
  }
}
