import Console
import Galaxies
import Models
import Numerics
import Plans
import Records
import Runs
import Specs
import Steps
import Support
import Tables

/// What `run` says of one run, about one screen.
struct RunSummary {
  private static let rowsShown = 14
  /// Columns taken where the output is no terminal.
  private static let width = 110

  let outcome: RunOutcome
  let jobs: Int

  /// Title, input, sample and plan: known before anything is computed.
  static func head(of plan: Plan) -> [String] {
    let sample = plan.sample
    var lines = [
      "\(plan.spec.name) · \(plan.identity.fingerprint.short)",
      FactLine.text(
        "dataset",
        "\(plan.dataset.name): "
          + plan.dataset.galaxies.count.counted("galaxy", "galaxies") + ", "
          + plan.dataset.pointCount.counted("point", "points")),
    ]
    let flow = PlanView.flow(of: sample, from: plan.dataset.galaxies.count)
    lines.append(FactLine.text("sample", flow))
    lines.append(FactLine.text("plan", PlanView.product(of: plan)))
    lines += PlanView.free(plan.spec).map { FactLine.text($0.kind, $0.text) }
    return lines
  }

  /// How much was there of a run that is gone on with.
  static func continuation(_ found: Continuation) -> String {
    FactLine.text("continued", "\(found.kept.grouped) of \(found.total.grouped) units were there")
  }

  /// A moment of a journal to the second, in universal time.
  static func moment(_ journal: Journal) -> String {
    journal.started.prefix(19).replacing("T", with: " ") + " UTC"
  }

  /// All that is known after the run.
  func lines(width: Int?) -> [String] {
    var lines = [FactLine.text("done", done)]
    if let fits = outcome.tables[TableName.fits] {
      lines += ["", "  \(fits.name)"] + fitLines(fits, width)
    }
    let made = outcome.plan.spec.analyses.map(\.name.value)
    for table in outcome.tables.all where isResult(table, made) {
      lines += ["", "  \(table.name)"]
      lines += resultLines(table, width)
    }
    lines += notes(width)
    lines += expectations
    lines.append("  \(outcome.run.path)")
    return lines
  }

  private var done: String {
    switch outcome.origin {
    case .there: "there already, nothing to compute"
    case .twin(let name): "taken over from '\(name)', which has the same identity"
    case .computed:
      "in \(DurationText.measured(outcome.seconds)), \(jobs.counted("job", "jobs"))"
    }
  }

  private func isResult(_ table: Table, _ made: [String]) -> Bool {
    made.contains { table.name == $0 || table.name.hasPrefix("\($0).") }
  }

  /// A table in full, or in one line where it has a row for each galaxy.
  private func resultLines(_ table: Table, _ width: Int?) -> [String] {
    let isLong = table.schema.keys.contains("galaxy") && table.rowCount > Self.rowsShown
    guard isLong || table.rowCount == 0 else {
      return TableView(table: table).lines(
        width: width ?? Self.width, maximumRows: Self.rowsShown, indent: 4)
    }
    let rows = table.rowCount.counted("row", "rows")
    return ["    \(rows); 'upsilon show \(outcome.run.experiment) \(table.name)' lists them"]
  }

  /// How the fits turned out: for each model the number of each status and the median of reduced
  /// χ².
  private func fitLines(_ fits: Table, _ width: Int?) -> [String] {
    guard let reduced = fits["chi2_reduced"], let names = fits.schema["model"]?.vocabulary
    else { return [] }
    let ofStatus = FitStatus.allCases.map { fits.rows(where: "status", is: $0.rawValue) }
    var text = TextTable(
      [.text("model")] + FitStatus.allCases.map { .number($0.rawValue) }
        + [.number("median chi2_reduced")])
    for name in names {
      let rows = fits.rows(where: "model", is: name)
      let own = Set(rows)
      let counts = ofStatus.map { $0.count { own.contains($0) }.grouped }
      let present = rows.map { reduced[$0] }.filter { !$0.isNaN }
      let median = present.isEmpty ? .nan : Statistics.median(present)
      text.append([name] + counts + [NumberFormat(digits: 4).text(median)])
    }
    return text.lines(width: width, maximumRows: nil, indent: 4)
  }

  private func notes(_ width: Int?) -> [String] {
    var all = outcome.run.manifest.warnings
    let reading = outcome.plan.dataset.notes.count
    if reading > 0 {
      all.append(
        reading.counted("thing was", "things were") + " noticed while reading the data: "
          + "'upsilon show \(outcome.run.experiment)' lists them")
    }
    return all.isEmpty ? [] : [""] + all.flatMap { Self.paragraph("note: \($0)", width) }
  }

  /// A sentence under the title, broken between words where the terminal ends.
  private static func paragraph(_ text: String, _ width: Int?) -> [String] {
    let lines = text.wrapped(to: (width ?? Self.width) - 4, hanging: 2)
    return lines.map { "  \($0)" }
  }

  private var expectations: [String] {
    let all = outcome.expectations
    var lines: [String] = [""]
    if let allowed = outcome.plan.spec.limits.refused, outcome.refusedCount > allowed {
      lines.append(
        "  refused: \(outcome.refusedCount.grouped) units, and the spec allows \(allowed.grouped)")
    }
    guard !all.isEmpty else { return lines.count > 1 ? lines : [""] }
    let missed = all.filter { !$0.isMet }
    for outcome in missed {
      let source = outcome.expectation.source
      lines.append(
        "  missed: \(outcome.subject): expected \(outcome.expected), found \(outcome.found)"
          + (source.isEmpty ? "" : " (\(source))"))
    }
    lines.append(
      FactLine.text("expectations", "\(all.count - missed.count) met, \(missed.count) missed"))
    return lines
  }
}
