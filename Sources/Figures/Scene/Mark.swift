/// What is drawn in a panel: eight kinds.
package enum Mark: Sendable {
  case point(PointMark)
  case line(LineMark)
  case band(BandMark)
  case bar(BarMark)
  case cell(CellMark)
  case density(DensityMark)
  case rule(RuleMark)
  case text(TextMark)
}
