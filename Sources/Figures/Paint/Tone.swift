/// A colour by its use; the palette of the light and of the dark page has a value for each.
package enum Tone: String, CaseIterable, Sendable {
  /// Data and text; axes, ticks and error bars; quiet lines, never text.
  case ink, ink2, ink3
  /// Lines of a grid, and the paper, which is inside of hollow marks as well.
  case rule, bg
  /// Series in their order. The second is also that of all that is doubtful.
  case k1, k2, k3, k4, k5, k6
  /// The same as text.
  case t1, t2, t3, t4, t5, t6
}
