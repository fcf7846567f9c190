import Experiments
import Runs
import Synchronization
import TestKit
import Testing

@Suite("Scheduler")
struct SchedulerTests {
  private let plan: Plan

  init() throws {
    plan = try TinyRun.plan()
  }

  private func bits(jobs: Int) throws -> [UInt64] {
    try Scheduler.records(of: plan, jobs: jobs, cancellation: Cancellation()) { _ in }
      .flatMap { records in records.map(\.bitPattern) }
  }

  @Test(arguments: [2, 3, 8, 64, Int.max])
  func givesTheSameRecordsForAnyNumberOfJobs(jobs: Int) throws {
    #expect(try bits(jobs: jobs) == bits(jobs: 1))
  }

  @Test func countsEveryUnitOnce() throws {
    let last = Atomic(0)
    _ = try Scheduler.records(of: plan, jobs: 3, cancellation: Cancellation()) {
      last.max($0, ordering: .relaxed)
    }
    #expect(last.load(ordering: .relaxed) == plan.unitCount)
  }

  @Test func stopsBeforeTheFirstUnit() {
    let cancellation = Cancellation()
    cancellation.request()
    #expect(throws: Interrupted(done: 0, of: plan.unitCount)) {
      try Scheduler.records(of: plan, jobs: 2, cancellation: cancellation) { _ in }
    }
  }

  @Test func stopsInTheMiddle() throws {
    let cancellation = Cancellation()
    let interruption = try #require(throws: Interrupted.self) {
      try Scheduler.records(of: plan, jobs: 1, cancellation: cancellation) { _ in
        cancellation.request()
      }
    }
    #expect(interruption.done > 0)
    #expect(interruption.done < interruption.total)
    #expect(interruption.total == plan.unitCount)
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
