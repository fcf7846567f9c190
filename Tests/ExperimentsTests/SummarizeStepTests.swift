import Tables
import TestKit
import Testing

@Suite("A summary", .limited)
struct SummarizeStepTests {
  @Test func hasNoPercentileBeyondItsRange() {
    for name in ["p0", "p100", "p05", "p", "p-1", "P16", "average", ""] {
      #expect(Statistic(name) == nil, "\(name)")
    }
    for name in Statistic.names { #expect(Statistic(name)?.name == name) }
    #expect(Statistic("p37")?.name == "p37")
  }
}
