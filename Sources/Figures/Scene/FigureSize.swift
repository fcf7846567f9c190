/// How wide a figure is: a column or a page of a journal.
package enum FigureSize: String, CaseIterable, Sendable {
  case column, page

  /// The width in millimetres.
  package var millimetres: Int { self == .column ? 86 : 178 }
}
