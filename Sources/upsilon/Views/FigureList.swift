import Console
import Figures
import Runs
import Specs
import Support
import Tables

/// What `plot` can draw of a run.
struct FigureList {
  let recorded: RecordedRun
  let invocation: Invocation

  var lines: [String] {
    var lines = [recorded.run.path]
    let own = recorded.spec.asList.flatMap(\.outputs.figures)
    if !own.isEmpty {
      lines += ["", "  of its spec"] + own.map { "    \($0.name)" }
    }
    var text = TextTable([.text("figure"), .text("what it shows"), .text("")])
    for figure in FigureCatalogue.reference {
      text.append([figure.word, figure.summary, obstacle(of: figure.word).asList.joined()])
    }
    lines += ["", "  named figures"] + text.lines(width: nil, maximumRows: nil, indent: 4)
    let example = invocation.line(
      "plot", [recorded.run.name, "--figure", "NAME", "-o", "NAME.svg"])
    return lines + ["", "  '\(example)' draws one"]
  }

  /// Why a figure cannot be drawn of the run; `nil` if it can.
  private func obstacle(of word: String) -> String? {
    // Curves are worked out from fits where the run does not keep them.
    let hasFits = recorded.tables[TableName.fits] != nil
    let report = InputReport()
    let request = FigureRequest(.object([.init("figure", .string(word))]), report)
    _ = request?.expansion(recorded.tables.schemas, report)
    let first = report.diagnostics.first { $0.severity == .error }?.message
    return first.flatMap { hasFits && $0.contains("'curves'") ? nil : "(\($0))" }
  }
}
