package import Console

/// Every page of the reference, in the order of the book.
package enum ReferencePages {
  /// The pages, with the verbs of a catalogue.
  package static func all(verbs catalogue: CommandCatalogue) -> [ReferencePage] {
    [
      LawPage.page, KeyPage.page, StepPage.page, FigurePage.page, ColumnPage.page,
      ExpressionPage.page, FormatPage.page, ExportPage.page, VerbPage.page(of: catalogue),
    ]
  }

  /// The pages that 'help' shows, by the words that call them.
  static let topics: [CommandCatalogue.Topic] = [
    .init("columns", "The columns of tables") { ReferenceText.text(of: ColumnPage.page) },
    .init("steps", "The steps of analyses") { ReferenceText.text(of: StepPage.page) },
    .init("figures", "The figures of outputs") { ReferenceText.text(of: FigurePage.page) },
    .init("expressions", "What rules and conditions may say") {
      ReferenceText.text(of: ExpressionPage.page)
    },
    .init("spec", "The keys of a spec") { ReferenceText.text(of: KeyPage.page) },
    .init("formats", "The formats of data files") { ReferenceText.text(of: FormatPage.page) },
    .init("exports", "The formats of exports") { ReferenceText.text(of: ExportPage.page) },
  ]
}
