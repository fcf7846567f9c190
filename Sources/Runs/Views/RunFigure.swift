package import Reports

/// A figure of a run as it was drawn.
package struct RunFigure: Sendable {
  /// The whole file, as the drawing made it.
  package let svg: String
  /// The same for a page.
  package let report: ReportFigure

  package init(svg: String, report: ReportFigure) {
    (self.svg, self.report) = (svg, report)
  }
}
