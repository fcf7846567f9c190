import Plans
import Specs
import Support
import Tables

/// What the spec demands of the run, missed values first.
enum ExpectationSection {
  static func section(_ subject: ReportSubject) -> Section? {
    let all = subject.expectations
    guard !all.isEmpty else { return nil }
    let missed = all.count { !$0.isMet }
    return Section(
      "expectations", "Expectations",
      heading: "Expectations: \(all.count - missed) met, \(missed) missed", table(all).html)
  }

  static func table(_ all: [ExpectationOutcome]) -> PlainTable {
    PlainTable(
      caption: "Values that the spec demands, with what the run found",
      head: [
        ("Verdict", .word), ("Quantity", .head), ("Found", .number), ("Expected", .word),
        ("Source", .text),
      ],
      rows: (all.filter { !$0.isMet } + all.filter(\.isMet)).map { outcome in
        [
          verdict(outcome.isMet), HTML(text: subject(outcome)), HTML(text: found(outcome)),
          HTML(text: expected(outcome)), HTML(text: outcome.expectation.source),
        ]
      })
  }

  private static func verdict(_ isMet: Bool) -> HTML {
    isMet
      ? "<span class=\"mark ok\" aria-hidden=\"true\">✓</span>met"
      : "<span class=\"mark no\" aria-hidden=\"true\">✗</span>missed"
  }

  /// What the expectation is about: `point_rms · plain · rms`.
  ///
  /// A condition that names one row by its words is told by these words alone.
  static func subject(_ outcome: ExpectationOutcome) -> String {
    let expectation = outcome.expectation
    let what = [expectation.statistic?.name, expectation.column?.value].compactMap(\.self)
    let condition = (expectation.condition?.canonicalText).asList.joined()
    let words = condition.split(separator: " and ").map { part -> String? in
      let sides = part.split(separator: "'", omittingEmptySubsequences: false)
      return sides.count == 3 && sides[0].hasSuffix(" == ") && sides[2].isEmpty
        ? String(sides[1]) : nil
    }
    let row = words.contains(nil) ? [condition] : words.compactMap(\.self)
    return ([expectation.table.value] + row + [what.joined(separator: " of ")])
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What was found, to as many digits as show whether it is what was expected.
  static func found(_ outcome: ExpectationOutcome) -> String {
    guard let value = Double(outcome.found) else { return outcome.found }
    if let whole = Int(exactly: value) { return ReportNumber.text(whole) }
    return ReportNumber.text(value, digits: outcome.isMet ? 4 : 8)
  }

  /// `0.546 ± 0.0005`, `at most 0.0908`, `0 exactly`.
  static func expected(_ outcome: ExpectationOutcome) -> String {
    switch outcome.expectation.demand {
    case .near(let value, 0): "\(ReportNumber.exact(value)) exactly"
    case .near(let value, let tolerance):
      "\(ReportNumber.exact(value)) ± \(ReportNumber.exact(tolerance))"
    case .atLeast(let value): "at least \(ReportNumber.exact(value))"
    case .atMost(let value): "at most \(ReportNumber.exact(value))"
    case .word(let word): "‘\(word)’"
    }
  }
}
