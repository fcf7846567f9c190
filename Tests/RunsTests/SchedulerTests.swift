import Plans
import Runs
import Support
import TestKit
import Testing

@Suite("Scheduler", .limited)
struct SchedulerTests {
  private let plan: Plan

  init() throws {
    plan = try TinyRun.plan()
  }

  private func bits(jobs: Int) -> [UInt64] {
    Scheduler.records(of: plan, jobs: jobs).flatMap { records in records.map(\.bitPattern) }
  }

  @Test(arguments: [2, 3, 8, 64, Int.max])
  func givesTheSameRecordsForAnyNumberOfJobs(jobs: Int) throws {
    #expect(bits(jobs: jobs) == bits(jobs: 1))
  }

  @Test(arguments: [1, 2, 64])
  func mapsInOrder(jobs: Int) {
    let cancellation = Cancellation()
    func words(_ count: Int) -> [String]? {
      Scheduler.map(count, jobs: jobs, cancellation: cancellation) { "\($0)" }
    }
    #expect(words(1000) == (0..<1000).map { "\($0)" })
    #expect(words(0) == [])
    cancellation.request()
    #expect(words(1000) == nil)
  }
}
