import Steps
import Support
import Tables

/// The page of the steps, from the keys that they declare.
enum StepPage {
  static var page: ReferencePage {
    ReferencePage(
      name: "StepReference", title: "Steps",
      summary: "Every step that `analyses` may hold, with its keys and their defaults.",
      blocks: [
        .paragraph(
          "A step is told by the one key that has its name. It reads a table and makes one called "
            + "by its `name`, which later steps, `outputs` and `expect` may name in turn.")
      ] + StepCatalogue.reference.flatMap(blocks) + statistics)
  }

  private static func blocks(of step: StepReference) -> [ReferenceBlock] {
    [
      .heading(step.key), .paragraph("\(step.summary.capitalizedSentence)."),
      KeyPage.table(of: step.keys),
    ]
  }

  private static var statistics: [ReferenceBlock] {
    [
      .heading("Statistics"),
      .paragraph(
        "`summarize` and `expect` know \(MarkdownText.codes(Statistic.names)) and every other "
          + "percentile from `p1` to `p99`. Missing values do not take part; `std` divides by n, "
          + "`sample_std` by n − 1; percentiles lie between neighbours on a straight line."),
    ]
  }
}
