import Console
import Galaxies
import Models
import Plans
import Records
import Runs
import Specs
import Steps
import Support
import Tables

/// What `run` says of one run, about one screen: the answer first, then what it rests on.
struct RunSummary {
  /// Columns taken where the output is no terminal.
  static let width = 110

  let outcome: RunOutcome
  let jobs: Int
  let invocation: Invocation

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
    var lines = [FactLine.text("done", done)] + answer(width)
    if let fits = outcome.fits { lines += ["", "  \(TableName.fits)"] + fitLines(fits, width) }
    let results = ResultTables(outcome.plan.spec, outcome.tables)
    lines += results.lines(width: width ?? Self.width) { show($0) }
    lines += notes(width)
    lines += expectations
    lines.append("  \(outcome.run.path)")
    return lines
  }

  /// The answer of the spec with the numbers of the run; without one what was expected and found.
  private func answer(_ width: Int?) -> [String] {
    if let answer = outcome.plan.spec.answer {
      let filled = answer.filled(from: outcome.tables)
      return [""] + Self.paragraph(filled.text.spelled(), width, hanging: 0)
        + filled.problems.flatMap {
          Self.paragraph("note: the answer lacks a number: \($0)", width, hanging: 2)
        }
    }
    guard let first = outcome.expectations.first else { return [] }
    let all = outcome.expectations.count
    let met = outcome.expectations.count(where: \.isMet)
    let words = "\(met) of \(all.counted("expectation", "expectations")) met."
    return [""] + Self.paragraph("\(words) \(first.sentence)".spelled(), width, hanging: 0)
  }

  private var done: String {
    switch outcome.origin {
    case .there: "there already, nothing to compute"
    case .twin(let name): "taken over from '\(name)', which has the same identity"
    case .computed:
      "in \(DurationText.measured(outcome.seconds)), \(jobs.counted("job", "jobs"))"
    }
  }

  /// The command that shows this very run, whatever others have its name.
  private func show(_ words: [String]) -> String {
    invocation.line("show", [outcome.run.name] + words)
  }

  /// How the fits turned out: for each model the number of each status and the median of reduced
  /// χ².
  private func fitLines(_ fits: FitOverview, _ width: Int?) -> [String] {
    var text = TextTable(
      [.text("model")] + FitStatus.allCases.map { .number($0.rawValue) }
        + [.number("median chi2_reduced")])
    for line in fits.lines {
      let median = NumberFormat(digits: 4).text(line.median)
      text.append([line.model] + line.counts.map(\.grouped) + [median])
    }
    return text.lines(width: width, maximumRows: nil, indent: 4)
  }

  private func notes(_ width: Int?) -> [String] {
    var lines = outcome.run.manifest.warnings.flatMap {
      Self.paragraph("note: \($0)", width, hanging: 2)
    }
    let reading = outcome.plan.dataset.notes.count
    if reading > 0 {
      let things = reading.counted("thing was", "things were")
      // A command that is broken between words cannot be typed.
      lines += [
        "  note: \(things) noticed while reading the data:", "    '\(show([]))' lists them",
      ]
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  /// A sentence under the title, broken between words where the terminal ends.
  private static func paragraph(_ text: String, _ width: Int?, hanging: Int) -> [String] {
    let lines = text.wrapped(to: (width ?? Self.width) - 4, hanging: hanging)
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
