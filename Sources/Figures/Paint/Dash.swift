/// How a line is broken up, which doubles its colour.
package enum Dash: String, CaseIterable, Sendable {
  case solid, dashed, dotted, dashDotted, long, short
}
