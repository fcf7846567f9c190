package import Console

/// Every page of the reference, in the order of the book.
package enum ReferencePages {
  /// The pages, with the verbs of a catalogue.
  package static func all(verbs catalogue: CommandCatalogue) -> [ReferencePage] {
    [
      LawPage.page, KeyPage.page, StepPage.page, ColumnPage.page, ExpressionPage.page,
      FormatPage.page, VerbPage.page(of: catalogue),
    ]
  }
}
