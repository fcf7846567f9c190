import Figures
import TestKit
import Testing

@Suite("Paint", .limited)
struct PaintTests {
  @Test("no two series share a dash on one colour, a symbol, or a colour on one dash")
  func isTwofold() {
    let series = Paint.series
    #expect(Set(series.map(\.symbol)).count == series.count)
    #expect(Set(series.map { "\($0.tone) \($0.dash)" }).count == series.count)
    #expect(Set(series.map(\.tone)).count == series.count)
  }
}
