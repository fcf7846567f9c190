import Numerics
import TestKit
import Testing

@Suite("Random numbers by key, and Sobol's points", .limited)
struct RandomnessTests {
  @Test func keysAreThoseOfSeedAndUnitAlone() {
    let key = SamplingKey(seed: 1, unit: "NGC2403 rar".utf8)
    #expect(key == SamplingKey(seed: 1, unit: "NGC2403 rar".utf8))
    let others = [
      SamplingKey(seed: 2, unit: "NGC2403 rar".utf8),
      SamplingKey(seed: 1, unit: "NGC2403 nfw".utf8),
      key.key(0), key.key(1), key.key(1).key(0), key.key(0).key(1),
    ]
    #expect(Set((others + [key]).map(\.bits)).count == others.count + 1)
  }

  @Test func numbersAreUniform() {
    let key = SamplingKey(seed: 7, unit: [])
    let numbers = (0..<20_000).map { key.uniform($0) }
    #expect(numbers.allSatisfy { 0 < $0 && $0 < 1 })
    #expect(Statistics.mean(numbers).isNear(0.5, absolute: 0.01))
    #expect(Statistics.std(numbers).isNear((1.0 / 12).squareRoot(), absolute: 0.005))
    let pairs = zip(numbers, numbers.dropFirst()).map { ($0 - 0.5) * ($1 - 0.5) }
    #expect(Statistics.mean(pairs).isNear(0, absolute: 0.003))
  }

  @Test func pointsFillEachCoordinateEvenly() {
    let points = SobolPoints.points(
      32, dimension: SobolPoints.capacity, SamplingKey(seed: 3, unit: []))
    for k in 0..<SobolPoints.capacity {
      let cells = Set((0..<32).flatMap { block in (0..<8).map { Int(points[block, k][$0] * 256) } })
      #expect(cells.count == 256, "coordinate \(k)")
    }
  }

  @Test func pointsFillThePlaneEvenly() {
    // The first two coordinates have one point in each of 256 cells, whatever their proportion.
    let points = SobolPoints.points(32, dimension: 2, SamplingKey(seed: 4, unit: []))
    for (columns, rows) in [(4, 64), (16, 16), (128, 2)] {
      let cells = (0..<32).flatMap { block in
        (0..<8).map { lane in
          Int(points[block, 0][lane] * Double(columns)) * rows
            + Int(points[block, 1][lane] * Double(rows))
        }
      }
      #expect(Set(cells).count == 256)
    }
  }

  @Test func pointsIntegrateBetterThanChance() {
    // The mean of a product of twelve factors with mean one.
    func mean(_ seed: UInt64) -> Double {
      let points = SobolPoints.points(512, dimension: 12, SamplingKey(seed: seed, unit: []))
      var sum = Lanes.zero
      for block in 0..<512 {
        var product = Lanes(1)
        for k in 0..<12 { product *= 1 + 0.5 * (points[block, k] - 0.5) }
        sum += product
      }
      return sum.sum() / 4096
    }
    let means = (1...16).map { mean(UInt64($0)) }
    #expect(Statistics.mean(means).isNear(1, absolute: 1e-3))
    // By chance it would be 0.008.
    #expect(Statistics.std(means) < 0.002)
  }

  @Test func draws() {
    let positions = SystematicResampling.positions(8, of: [1, 0, 2, 5], offset: 0.5)
    #expect(positions == [0, 2, 2, 3, 3, 3, 3, 3])
    let uneven = SystematicResampling.positions(3, of: [0.1, 0.1, 0.8], offset: 0.9)
    #expect(uneven == [2, 2, 2])
  }
}
