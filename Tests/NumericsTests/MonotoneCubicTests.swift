import Numerics
import TestKit
import Testing

@Suite("The monotone cubic", .limited)
struct MonotoneCubicTests {
  private static let cubic = MonotoneCubic(
    x: [0, 1, 2.5, 3, 5, 8], y: [0, 2, 2.5, 7, 7, -1])

  @Test func goesThroughItsPoints() {
    for (x, y) in zip(Self.cubic.x, Self.cubic.y) { #expect(Self.cubic.value(at: x) == y) }
  }

  @Test func risesAndFallsOnlyWhereThePointsDo() {
    let cubic = Self.cubic
    for piece in 0..<cubic.x.count - 1 {
      let values = (0...50).map { step in
        cubic.value(at: cubic.x[piece] + (cubic.x[piece + 1] - cubic.x[piece]) * Double(step) / 50)
      }
      let rises = cubic.y[piece + 1] - cubic.y[piece]
      for (one, next) in zip(values, values.dropFirst()) {
        #expect(rises >= 0 ? next >= one - 1e-12 : next <= one + 1e-12)
      }
    }
  }

  @Test func isALineWhereThePointsAre() {
    let line = MonotoneCubic(x: [1, 2, 4, 7], y: [3, 5, 9, 15])
    for place in [1.3, 2.0, 3.9, 6.2] {
      #expect(line.value(at: place).isNear(2 * place + 1, relative: 1e-14))
    }
    let two = MonotoneCubic(x: [1, 3], y: [4, 0])
    #expect(two.value(at: 2) == 2)
  }

  @Test func staysAtTheNearestPointBeyondItsEnds() {
    #expect(Self.cubic.value(at: -3) == 0)
    #expect(Self.cubic.value(at: 9) == -1)
  }
}
