import Console
import Plans
import Runs
import Support

/// One line for each of several runs.
enum BatchSummary {
  private static func time(_ outcome: RunOutcome) -> String {
    switch outcome.origin {
    case .there: "there already"
    case .twin: "taken over"
    case .computed: DurationText.measured(outcome.seconds)
    }
  }

  static func lines(_ outcomes: [RunOutcome]) -> [String] {
    var text = TextTable([
      .text("run"), .number("units"), .text("time"), .number("met"), .number("missed"), .text(""),
    ])
    for outcome in outcomes {
      let met = outcome.expectations.count(where: \.isMet)
      text.append([
        outcome.run.name, outcome.plan.unitCount.grouped,
        time(outcome),
        "\(met)", "\(outcome.expectations.count - met)", outcome.isSatisfied ? "ok" : "NOT MET",
      ])
    }
    let unmet = outcomes.count { !$0.isSatisfied }
    return text.lines(width: nil, maximumRows: nil, indent: 0) + [
      "\(outcomes.count) runs, \(outcomes.count - unmet) as expected, \(unmet) not"
    ]
  }
}
