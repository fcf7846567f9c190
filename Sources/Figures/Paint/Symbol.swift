/// The shape of a mark, which doubles its colour.
package enum Symbol: String, CaseIterable, Sendable {
  case circle, square, diamond, triangle, cross, plus, star, wedge
}
