import Numerics
import Plans
import Records
import Specs
import Support
import Tables

/// The answer, four lines that lead to what stands behind it, and four numbers.
struct AnswerSection {
  let subject: ReportSubject
  let ledger: Ledger

  var section: Section {
    var body: HTML = "<p class=\"answer\">\(words)</p>\n<ul class=\"verdict\">\(lines)</ul>\n"
    if !numbers.isEmpty { body += "<dl class=\"nums\">\(numbers)</dl>\n" }
    if let first = subject.figures.first { body += FigureMarkup(first).html(isFirst: true) }
    return Section("answer", "Answer", heading: "Answer", body)
  }

  /// The sentence of the spec; without one the expectations speak.
  private var words: HTML {
    if let answer = subject.answer, !answer.isEmpty { return HTML(text: answer) }
    let all = subject.expectations
    let met = all.count(where: \.isMet)
    guard let first = all.first(where: { !$0.isMet }) ?? all.first else {
      let statuses = subject.manifest.statuses.filter { $0.count > 0 }.map {
        "\($0.count.grouped) \($0.status.replacing("_", with: " "))"
      }
      return HTML(
        text: subject.manifest.units.counted("result", "results")
          + (statuses.isEmpty ? "." : ": \(statuses.joined(separator: ", "))."))
    }
    return """
      <strong>\(met) of \(all.count) expectations met.</strong> \
      \(ExpectationSection.subject(first)) is \(ExpectationSection.found(first)), \
      expected \(ExpectationSection.expected(first)).
      """
  }

  private var lines: [HTML] {
    var lines: [HTML] = []
    let all = subject.expectations
    if !all.isEmpty {
      let met = all.count(where: \.isMet)
      lines.append(
        Self.line(
          met == all.count ? "✓" : "✗", isGood: met == all.count,
          "\(met) of \(all.count) <a href=\"#expectations\">expectations met</a>"))
    }
    for doubt in ledger.doubts where doubt.kind != .refused {
      lines.append(
        Self.line(
          "!", isGood: false,
          """
          <a href="#doubt">\(doubt.count.grouped) of \(doubt.total.grouped) rows of \
          \(doubt.table): \(doubt.kind.title.lowercasedFirst)</a>
          """))
    }
    for doubt in ledger.doubts where doubt.kind == .refused {
      lines.append(
        Self.line(
          "!", isGood: false,
          """
          <a href="#doubt">\(doubt.count.grouped) of \(doubt.total.grouped) rows of \(doubt.table) \
          without a result</a>
          """))
    }
    if let moves = subject.moves {
      let text: HTML =
        moves.tables.isEmpty
        ? "<a href=\"#moved\">nothing moved</a> since \(moves.since)"
        : """
        <a href="#moved">\(moves.tables.count) of \(moves.tableCount) tables moved</a> since \
        \(moves.since)
        """
      lines.append(Self.line("Δ", isGood: moves.tables.isEmpty, text))
    }
    return lines
  }

  private static func line(_ sign: HTML, isGood: Bool, _ text: HTML) -> HTML {
    let tone: HTML = isGood ? "ok" : "no"
    return "<li><span class=\"mark \(tone)\" aria-hidden=\"true\">\(sign)</span>\(text)</li>\n"
  }

  /// Up to four: what is expected before what is counted.
  private var numbers: [HTML] {
    var numbers: [HTML] = []
    for outcome in subject.expectations where numbers.count < 2 {
      guard let value = Double(outcome.found), outcome.expectation.statistic != .count,
        outcome.expectation.column?.value != "count"
      else { continue }
      numbers.append(
        Self.number(
          ReportNumber.text(value, digits: 4), ExpectationSection.subject(outcome),
          note: "expected \(ExpectationSection.expected(outcome))"))
    }
    if numbers.count < 2 { numbers += medians.prefix(2 - numbers.count) }
    let sample = subject.manifest.sample
    if numbers.count < 3, !sample.galaxies.isEmpty {
      numbers.append(
        Self.number(
          sample.galaxies.count.grouped, sample.galaxies.count == 1 ? "galaxy" : "galaxies",
          note: sample.points.counted("point", "points")))
    }
    for doubt in ledger.doubts where numbers.count < 4 {
      numbers.append(
        Self.number(
          doubt.count.grouped, doubt.kind.title.lowercasedFirst,
          note: "of \(doubt.total.grouped) rows of \(doubt.table)"))
    }
    return numbers
  }

  /// The medians of reduced χ², the smallest first.
  private var medians: [HTML] {
    guard let fits = subject.tables[TableName.fits], let reduced = fits["chi2_reduced"],
      let models = fits.schema["model"]?.vocabulary
    else { return [] }
    let found = models.compactMap { model -> (model: String, median: Double, count: Int)? in
      let values = fits.rows(where: "model", is: model).map { reduced[$0] }.filter { !$0.isNaN }
      return values.isEmpty ? nil : (model, Statistics.median(values), values.count)
    }
    return found.sorted { ($0.median, $0.model) < ($1.median, $1.model) }.map { entry in
      Self.number(
        ReportNumber.text(entry.median, digits: 3), "median reduced χ² of \(entry.model)",
        note: entry.count.counted("fit", "fits"))
    }
  }

  private static func number(_ value: String, _ what: String, note: String) -> HTML {
    "<div><dt>\(what)<br><small>\(note)</small></dt><dd class=\"v\">\(value)</dd></div>\n"
  }
}

extension String {
  /// The text as it stands within a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
