import Numerics
package import Support
package import Tables

/// Two models row by row, by an information criterion.
///
/// Makes a table with the difference and a verdict for each row, and `<name>.counts` with the
/// number of rows of each verdict. The difference is that of the first model less that of the
/// second, so that a positive one favours the second. Where the table tells on which bounds fits
/// lie, so does a verdict, and whether a model is still itself there.
///
/// - SeeAlso: Kass & Raftery 1995, J. Am. Stat. Assoc. 90, 773, section 3.2 for the strength of
///   differences that stand for a Bayes factor.
package struct CompareStep: Step {
  package static let key = "compare"
  package static let summary = "two models row by row: difference of a criterion, verdict, counts"
  package static let settings: [ObjectKey<Self>] = [
    .table("a table with a row for each model"),
    .required(
      "models", \.models, ModelPair.type,
      "the two models: the difference is the first less the second"),
    .optional(
      "criterion", \.given, .choice("criterion"),
      "the information criterion, or evidence of the posteriors; without it map_bic where a prior "
        + "tells more than bounds, otherwise bic"),
    .value(
      "threshold", \.threshold, .notNegative("the threshold cannot be negative"),
      "a difference beyond it decides"),
    .value(
      "where", \.condition, .expression,
      "the condition both models must meet; a row where one does not is set aside"),
  ]

  /// What a comparison comes to.
  private enum Verdict: CaseIterable {
    /// The difference favours the first model.
    case first
    case second
    /// The difference is within the threshold.
    case indistinguishable
    /// A model does not meet the condition.
    case setAside
    /// A model has no criterion.
    case incomparable
  }

  /// How much a difference says, whichever model it favours.
  private enum Strength: String, CaseIterable {
    case negligible
    case positive
    case strong
    case veryStrong = "very strong"

    init(_ size: Double) {
      self = size < 2 ? .negligible : size < 6 ? .positive : size <= 10 ? .strong : .veryStrong
    }
  }

  package var name = Located("")
  package var input = Located("")
  private var models = ModelPair()
  /// The criterion that the spec gives, or the one that is settled for it.
  private var given: ComparisonCriterion?
  private var threshold = 2.0
  private var condition = Expression.always
  private var facts = FitFacts.plain

  package init() {}

  private var criterion: ComparisonCriterion { given ?? .information(.bic) }

  /// Whether it compares by the evidence of the posteriors.
  package var comparesEvidence: Bool { given == .evidence }

  package var mentionedTables: [String] {
    expressions.flatMap(\.tableNames) + (comparesEvidence ? [ComparisonCriterion.evidences] : [])
  }

  package mutating func settle(by facts: FitFacts) {
    self.facts = facts
    given = given ?? .information(facts.hasPriors ? .mapBIC : .bic)
  }

  package var headlines: [String] {
    ["delta_\(criterion.rawValue)"]
      + (comparesEvidence ? ["e_delta_evidence", "delta_evidence_doubled"] : [])
      + ["verdict", "strength"]
  }

  package func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema] {
    guard let table = schemas.reading(input, report) else { return [] }
    condition.check(over: table, schemas, expecting: .boolean, report)
    guard table.keys.contains("model"), let vocabulary = table["model"]?.vocabulary else {
      report.error("table '\(table.name)' has no key 'model' to compare by", at: input.place)
      return []
    }
    let strangers = models.both.filter { !vocabulary.contains($0.value) }
    for model in strangers {
      report.error(
        "table '\(table.name)' has no model '\(model.value)'", at: model.place,
        help: vocabulary.advice(for: model.value))
    }
    if comparesEvidence {
      guard schemas[ComparisonCriterion.evidences] != nil else {
        report.error(
          "there are no evidences to compare by: the spec samples no posteriors", at: input.place,
          help: "add \"posterior\": {\"seed\": 1}, or choose another 'criterion'")
        return []
      }
    } else if table[criterion.rawValue] == nil {
      let others = InformationCriterion.allCases.map(\.rawValue).filter { table[$0] != nil }
      report.error(
        "table '\(table.name)' has no column '\(criterion.rawValue)'", at: input.place,
        help: others.isEmpty
          ? nil : "it has others for 'criterion': \(others.joined(separator: ", "))")
      return []
    }
    return strangers.isEmpty
      ? [Rows(self, table).draft.schema, Counts(self, table).draft.schema] : []
  }

  /// The word for a verdict.
  private func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .first: models.first.value
    case .second: models.second.value
    case .indistinguishable: "indistinguishable"
    case .setAside: "set aside"
    case .incomparable: "incomparable"
    }
  }

  /// The columns of the table with a row for each comparison.
  private struct Rows {
    private(set) var draft: TableDraft
    let keys: ColumnBlock
    let delta: Column<Double>
    /// What a comparison by evidence tells beside it.
    let evidence: EvidenceComparison?
    let verdict: Column<Verdict>
    let strength: Column<Strength>
    /// Where the fits of the first and the second model lie.
    let bounds: [ComparisonBounds]

    init(_ step: CompareStep, _ table: TableSchema) {
      draft = TableDraft(step.name.value, axes: table.axes, constants: table.constants)
      keys = draft.block(table.keyColumns.filter { $0.name != "model" }, as: .key)
      let (criterion, models) = (step.criterion.rawValue, step.models)
      delta = draft.real(
        "delta_\(criterion)",
        step.comparesEvidence
          ? "-2 ln of the evidence of \(models.first.value) over that of \(models.second.value)"
          : "\(criterion) of \(models.first.value) less that of \(models.second.value)")
      evidence = step.comparesEvidence ? EvidenceComparison(models, in: &draft) : nil
      verdict = draft.word(
        "verdict", of: Verdict.self, called: step.word,
        "the model that a difference beyond the threshold favours")
      strength = draft.word(
        "strength", of: Strength.self,
        "Kass & Raftery 1995: below 2, 2 to 6, 6 to 10, above 10; only of bic, map_bic, laplace"
          + (step.comparesEvidence ? ", evidence" : ""))
      var bounds: [ComparisonBounds] = []
      for (side, model) in zip(["first", "second"], models.both) {
        bounds += ComparisonBounds(side, of: model.value, in: table, step.facts, &draft).asList
      }
      self.bounds = bounds
    }
  }

  /// The columns of the table with a row for each cell and verdict.
  private struct Counts {
    private(set) var draft: TableDraft
    let axes: ColumnBlock
    let verdict: Column<Verdict>
    let count: Column<Int>

    init(_ step: CompareStep, _ table: TableSchema) {
      draft = TableDraft(
        "\(step.name.value).counts", axes: table.axes, constants: table.constants)
      axes = draft.block(table.axes.compactMap { table[$0] }, as: .key)
      verdict = draft.word(
        "verdict", as: .key, of: Verdict.self, called: step.word, "the verdict")
      count = draft.integer("count", "rows with this verdict")
    }
  }

  package func run(on tables: TableSet, _ context: StepContext) -> StepResult {
    guard let table = tables[input.value] else { return [] }
    let evidence = comparesEvidence ? EvidenceComparison.Scores(of: table, tables) : nil
    guard let scores = evidence?.values ?? table[criterion.rawValue] else { return [] }
    let isKept = condition.truths(over: table, tables)
    let rows = models.both.map { Set(table.rows(where: "model", is: $0.value)) }
    let made = Rows(self, table.schema)
    let bounds = made.bounds.map { $0.values(in: table) }
    var draft = made.draft
    var verdicts: [Verdict] = []
    let groups = RowGroups(by: made.keys.values(in: table), among: 0..<table.rowCount)
    for (key, members) in zip(groups.keys, groups.rows) {
      let pair = rows.map { rows in members.first { rows.contains($0) } }
      guard let first = pair[0], let second = pair[1] else { continue }
      let delta = scores[first] - scores[second]
      let verdict = verdict(delta, stays: isKept[first] && isKept[second])
      verdicts.append(verdict)
      draft.row { row in
        row.set(made.keys, to: key)
        row[made.delta] = delta
        if let evidence { made.evidence?.write(evidence, first, second, into: &row) }
        row[made.verdict] = verdict
        if criterion.isBayesian, delta.isFinite { row[made.strength] = Strength(delta.magnitude) }
        for (fit, (columns, values)) in zip([first, second], zip(made.bounds, bounds)) {
          columns.write(values, at: fit, into: &row)
        }
      }
    }
    let compared = draft.table
    let cells = RowGroups(by: table.schema.axes.map(table.values), among: 0..<table.rowCount)
      .spread(over: context.cells(behind: table, tables))
    return [compared, counts(compared, verdicts, in: cells.keys)]
  }

  package func warnings(about made: [Table]) -> [String] {
    let notes = ComparisonNotes(models: models, criterion: criterion, facts: facts)
    return made.first.map { notes.sentences(about: $0) } ?? []
  }

  private func verdict(_ delta: Double, stays: Bool) -> Verdict {
    if !delta.isFinite { return .incomparable }
    if !stays { return .setAside }
    if delta > threshold { return .second }
    return delta < -threshold ? .first : .indistinguishable
  }

  /// One row for each cell and verdict, also where the count is zero.
  private func counts(
    _ compared: Table, _ verdicts: [Verdict], in known: [[Double]]
  ) -> Table {
    let made = Counts(self, compared.schema)
    var draft = made.draft
    let cells = RowGroups(by: made.axes.values(in: compared), among: verdicts.indices)
      .spread(over: known)
    for (key, members) in zip(cells.keys, cells.rows) {
      for verdict in Verdict.allCases {
        draft.row {
          $0.set(made.axes, to: key)
          $0[made.verdict] = verdict
          $0[made.count] = members.count { verdicts[$0] == verdict }
        }
      }
    }
    return draft.table
  }
}
