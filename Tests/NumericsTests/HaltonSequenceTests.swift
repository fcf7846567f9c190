import Numerics
import TestKit
import Testing

@Suite("Halton sequence", .limited)
struct HaltonSequenceTests {
  @Test func mirrorsTheDigitsOfAPlace() {
    for (place, eighths) in [4.0, 2, 6, 1, 5, 3].enumerated() {
      #expect(HaltonSequence.coordinate(place + 1, dimension: 0) == eighths / 8)
    }
    for (place, ninths) in [3.0, 6, 1, 4, 7].enumerated() {
      #expect(HaltonSequence.coordinate(place + 1, dimension: 1) == ninths / 9)
    }
    // 20 is 11 in base 19.
    #expect(HaltonSequence.coordinate(20, dimension: 7) == 20.0 / 361)
  }

  @Test(arguments: 0..<8)
  func fillsEveryCoordinateEvenly(_ dimension: Int) {
    var counts = [Int](repeating: 0, count: 10)
    for place in 1...1000 {
      counts[Int(10 * HaltonSequence.coordinate(place, dimension: dimension))] += 1
    }
    #expect(counts.allSatisfy { (90...110).contains($0) }, "\(counts)")
  }
}
