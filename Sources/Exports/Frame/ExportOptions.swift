/// How tables are written, where a format leaves a choice.
package struct ExportOptions: Sendable {
  /// The run that the tables are of, for whoever reads the file.
  package let source: String
  /// How many significant digits numbers have; `nil` for what is usual in a format.
  package let digits: Int?
  package let style: LaTeXStyle

  package init(source: String, digits: Int?, style: LaTeXStyle) {
    (self.source, self.digits, self.style) = (source, digits, style)
  }
}
