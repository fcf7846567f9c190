import Exports

/// The page of the formats of exports, from what they declare.
enum ExportPage {
  static var page: ReferencePage {
    ReferencePage(
      name: "ExportReference", title: "Exports",
      summary: "Every format of `upsilon export`, and what stands for what it cannot hold.",
      blocks: [
        .paragraph(
          "Numbers have every digit that they need to read back as the same, but in `latex` or "
            + "where `--digits` says otherwise. What is not finite is missing.")
      ] + ExportFormats.all.flatMap(blocks))
  }

  private static func blocks(of format: any ExportFormat.Type) -> [ReferenceBlock] {
    let holds = format.holdsSeveral ? "All tables in one file." : "One file a table."
    return [
      .heading(format.name), .paragraph("\(format.summary.capitalizedSentence). \(holds)"),
      .list(format.rules),
    ]
  }
}
