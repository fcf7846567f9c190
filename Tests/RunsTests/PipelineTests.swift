import Runs
import TestKit
import Testing

@Suite("Pipeline", .limited)
struct PipelineTests {
  private struct Broken: Error, Equatable {
    let number: Int
  }

  @Test(arguments: [1, 2, 7], [0, 1, 2, 100])
  func handsOnEverythingInOrder(jobs: Int, count: Int) throws {
    let lists = (0..<3).map { _ in Gathered<Int>() }
    try Pipeline<Int>.run(
      count, jobs: jobs, { $0 * $0 },
      lists.map { list -> Pipeline<Int>.Stage in { list.append($0) } })
    for list in lists { #expect(list.all == (0..<count).map { $0 * $0 }) }
  }

  /// Few things are made ahead of the last stage.
  @Test(arguments: [1, 2, 5])
  func doesNotRunAhead(jobs: Int) throws {
    let (made, taken) = (Gathered<Int>(), Gathered<Int>())
    try Pipeline<Int>.run(
      200, jobs: jobs,
      { number in
        made.append(number)
        #expect(number <= taken.all.count + jobs)
        return number
      }, [{ taken.append($0) }])
    #expect(made.all.sorted() == Array(0..<200))
  }

  @Test(arguments: [1, 2, 7])
  func endsWithTheErrorOfWhoeverFails(jobs: Int) {
    #expect(throws: Broken(number: 5)) {
      try Pipeline<Int>.run(
        100, jobs: jobs, { if $0 == 5 { throw Broken(number: $0) } else { $0 } }, [{ _ in }])
    }
    let list = Gathered<Int>()
    #expect(throws: Broken(number: 9)) {
      try Pipeline<Int>.run(
        100, jobs: jobs, { $0 },
        [{ list.append($0) }, { if $0 == 9 { throw Broken(number: $0) } }])
    }
    #expect(list.all == Array(0..<list.all.count))
  }
}
