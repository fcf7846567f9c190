import Runs
import Support
import Synchronization
import TestKit
import Testing

@Suite("Tasks side by side", .limited)
struct SideBySideTests {
  private struct Broken: Error, Equatable {
    let number: Int
  }

  @Test(arguments: [1, 2, 7], [0, 1, 2, 50])
  func carriesOutEveryTaskOnce(jobs: Int, count: Int) throws {
    let begun = Gathered<Int>()
    let values = try SideBySide.run(
      (0..<count).map { [$0] }, jobs: jobs, unless: Cancellation()
    ) { number in
      begun.append(number)
      return number * number
    }
    #expect(values == Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, $0 * $0) }))
    #expect(begun.all.sorted() == Array(0..<count))
  }

  @Test func carriesOutARowOneAfterAnother() throws {
    let (begun, ended) = (Gathered<Int>(), Gathered<Int>())
    _ = try SideBySide.run([[0, 3, 6], [1, 2], [4, 5]], jobs: 3, unless: Cancellation()) { number in
      if number % 3 == 0 {
        #expect(ended.all.filter { $0 % 3 == 0 }.count == number / 3)
      }
      begun.append(number)
      ended.append(number)
    }
    #expect(begun.all.filter { $0 % 3 == 0 } == [0, 3, 6])
  }

  @Test(arguments: [1, 2, 7])
  func beginsNothingBehindAFailure(jobs: Int) {
    let (begun, cancellation) = (Gathered<Int>(), Cancellation())
    #expect(throws: Broken(number: 5)) {
      try SideBySide.run((0..<1000).map { [$0] }, jobs: jobs, unless: cancellation) { number in
        begun.append(number)
        if number == 5 { throw Broken(number: number) }
        // What is at work beside it is stopped by it.
        if number > 5 {
          while !cancellation.isRequested {}
          throw Interrupted(kept: number, of: 1000)
        }
      }
    }
    #expect(cancellation.isRequested)
    #expect(begun.all.count <= 6 + SideBySide.most)
  }

  @Test func addsUpWhatWasKept() {
    let cancellation = Cancellation()
    cancellation.request()
    #expect(throws: Interrupted(kept: 7, of: 100)) {
      try SideBySide.run([[0], [1]], jobs: 1, unless: cancellation) { _ in
        throw Interrupted(kept: 7, of: 100)
      }
    }
    let both = Atomic(0)
    #expect(throws: Interrupted(kept: 30, of: 200)) {
      try SideBySide.run([[0], [1]], jobs: 2, unless: cancellation) { number in
        both.add(1, ordering: .sequentiallyConsistent)
        while both.load(ordering: .sequentiallyConsistent) < 2 {}
        throw Interrupted(kept: 10 + 10 * number, of: 100)
      }
    }
  }
}
