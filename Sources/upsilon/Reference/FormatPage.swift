import Datasets

/// The page of the formats of datasets, from their readers.
enum FormatPage {
  static var page: ReferencePage {
    ReferencePage(
      name: "FormatReference", title: "Formats",
      summary: "Every format that `dataset.format` may name, with the files that it has.",
      blocks: DatasetReaders.all.flatMap(blocks))
  }

  private static func blocks(of reader: any DatasetReader.Type) -> [ReferenceBlock] {
    let densities =
      reader.mayHaveSurfaceDensities
      ? " The files may have surface densities in place of the speeds of gas and disk." : ""
    return [
      .heading(reader.name),
      .paragraph("\(reader.summary.capitalizedSentence).\(densities)"),
      .table(
        head: ["role", "file", "how many", "what it holds"],
        rows: reader.roles.map { role in
          [
            role.name, MarkdownText.code(role.fileName), count(of: role), role.summary,
          ]
        }),
    ]
  }

  private static func count(of role: DatasetRole) -> String {
    switch (role.isRequired, role.isRepeated) {
    case (true, true): "one or more"
    case (true, false): "one"
    case (false, true): "any number"
    case (false, false): "one or none"
    }
  }
}
