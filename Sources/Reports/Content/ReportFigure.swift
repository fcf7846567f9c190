/// A figure as a report shows it.
package struct ReportFigure: Sendable {
  /// Names its file beside the report: `figures/<name>.svg`.
  package let name: String
  package let title: String
  /// What the picture does not say; plain text, may be empty.
  package let caption: String
  /// The picture as an element of a page, made by this program.
  package let markup: String
  /// Whether it has the width of a page of a journal.
  package let isWide: Bool

  package init(name: String, title: String, caption: String, markup: String, isWide: Bool) {
    (self.name, self.title, self.caption) = (name, title, caption)
    (self.markup, self.isWide) = (markup, isWide)
  }
}
