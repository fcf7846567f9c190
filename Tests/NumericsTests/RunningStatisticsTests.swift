import Numerics
import TestKit
import Testing

@Suite("Running statistics", .limited)
struct RunningStatisticsTests {
  private static let lists: [[Double]] = {
    var generator = SeededGenerator(seed: 7)
    func drawn(_ count: Int, _ make: (Double) -> Double) -> [Double] {
      (0..<count).map { _ in make(Double.random(in: -1...1, using: &generator)) }
    }
    return [
      [3], [2, 1], [1, 1, 1, 1], [-0.0, 0, -1, 1], [1e300, -1e300, 1], drawn(999) { $0 },
      drawn(1000) { 1e9 + $0 }, drawn(1001) { 1 / $0 }, drawn(1000) { ($0 * 4).rounded() },
      drawn(64) { $0 * 0.01 * .leastNormalMagnitude },
    ]
  }()

  @Test(arguments: lists)
  func haveTheBitsOfTheList(values: [Double]) {
    var moments = RunningMoments()
    for value in values { moments.add(value) }
    moments.lookAgain()
    for value in values { moments.addAgain(value) }
    #expect(moments.count == values.count)
    #expect(moments.min == Statistics.min(values))
    #expect(moments.max == Statistics.max(values))
    #expect(moments.mean == Statistics.mean(values))
    #expect(moments.std == Statistics.std(values))
  }

  @Test(arguments: lists, [1, 10, 100_000])
  func findTheMedianOfWhatIsNotKept(values: [Double], most: Int) {
    var median = RunningMedian(keeping: most)
    for value in values { median.add(value) }
    #expect(median.needsAnotherLook == (values.count > most))
    if median.needsAnotherLook {
      median.lookAgain()
      for value in values { median.addAgain(value) }
    }
    #expect(median.value == Statistics.median(values))
  }

  @Test func areMissingOfNothing() {
    #expect(RunningMedian().value.isNaN)
    #expect(RunningMoments().mean.isNaN)
    #expect(RunningMoments().min.isNaN)
  }
}
