/// How tables are written, where a format leaves a choice.
package struct ExportOptions: Sendable {
  /// The run that the tables are of, for whoever reads the file.
  package let source: String
  /// How many significant digits numbers have; `nil` for what is usual in a format.
  package let digits: Int?
  package let style: LaTeXStyle
  /// Where quantities may lie, by the names of models and of quantities; what is not here has no
  /// ends that hold for every galaxy.
  package let ranges: [String: [String: ClosedRange<Double>]]

  package init(
    source: String, digits: Int?, style: LaTeXStyle,
    ranges: [String: [String: ClosedRange<Double>]] = [:]
  ) {
    (self.source, self.digits, self.style) = (source, digits, style)
    self.ranges = ranges
  }
}
