import Dispatch
import Support
import Synchronization

/// Makes things on several threads, ahead of the stages that take them in order.
///
/// What all stages have taken is given back, so that a few things are there at a time however many
/// there are in all.
package final class Pipeline<Item: Sendable>: Sendable {
  /// Takes what was made next; no two calls of a stage are at the same time.
  package typealias Stage = @Sendable (Item) throws -> Void

  /// What a worker is to do next.
  private enum Work {
    case make(Int)
    case take(Item, by: Int)
    /// Others have to do something first.
    case wait
    case end
  }

  private struct State {
    /// The number of the thing that is made next.
    var next = 0
    /// What is made and not taken by all.
    var made: [Int: Item] = [:]
    /// How many things each stage has taken; shape `[stages]`.
    var taken: [Int]
    /// Whether each stage is at work; shape `[stages]`.
    var isBusy: [Bool]
    /// How many workers wait.
    var waiting = 0
    var failure: (any Error)?

    /// What is to be done next: stages that are behind come first.
    mutating func work(of count: Int, ahead: Int) -> Work {
      if failure != nil { return .end }
      let free = taken.indices.filter { !isBusy[$0] && made[taken[$0]] != nil }
      if let stage = free.min(by: { taken[$0] < taken[$1] }), let item = made[taken[stage]] {
        isBusy[stage] = true
        return .take(item, by: stage)
      }
      let last = taken.min() ?? next
      if next < count, next < last + ahead {
        next += 1
        return .make(next - 1)
      }
      return last == count ? .end : .wait
    }

    /// Notes that a stage has taken its next thing.
    mutating func end(_ stage: Int) {
      isBusy[stage] = false
      taken[stage] += 1
      let number = taken[stage] - 1
      if taken.allSatisfy({ $0 > number }) { made[number] = nil }
    }
  }

  private let count: Int
  private let ahead: Int
  private let make: @Sendable (Int) throws -> Item
  private let stages: [Stage]
  private let state: Mutex<State>
  private let wake = DispatchSemaphore(value: 0)

  private init(
    _ count: Int, ahead: Int, _ make: @escaping @Sendable (Int) throws -> Item, _ stages: [Stage]
  ) {
    (self.count, self.ahead, self.make, self.stages) = (count, ahead, make, stages)
    state = Mutex(
      State(
        taken: stages.map { _ in 0 }, isBusy: stages.map { _ in false }))
  }

  /// Makes things, and has each taken by every stage.
  ///
  /// - Parameters:
  ///   - count: How many things there are.
  ///   - jobs: How many workers.
  ///   - make: Makes one, on any thread.
  ///   - stages: Who takes them; one at least.
  /// - Throws: What the first call threw that failed; others may have ended by then.
  package static func run(
    _ count: Int, jobs: Int, _ make: @escaping @Sendable (Int) throws -> Item, _ stages: [Stage]
  ) throws {
    precondition(!stages.isEmpty, "somebody takes what is made")
    let pipeline = Pipeline(count, ahead: jobs + 1, make, stages)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in pipeline.work() }
    if let failure = pipeline.state.withLock({ $0.failure }) { throw failure }
  }

  /// Works until nothing is left to do.
  private func work() {
    while true {
      let work = state.withLock { state in
        let work = state.work(of: count, ahead: ahead)
        if case .wait = work { state.waiting += 1 }
        return work
      }
      switch work {
      case .end: return
      case .wait: wake.wait()
      case .make(let number):
        carryOut {
          let item = try make(number)
          return { $0.made[number] = item }
        }
      case .take(let item, let stage):
        carryOut {
          try stages[stage](item)
          return { $0.end(stage) }
        }
      }
    }
  }

  /// Does something and notes that it is done, or why it is not; whoever waits looks again.
  private func carryOut(_ body: () throws -> (inout State) -> Void) {
    let result = Result { try body() }
    let waiting = state.withLock { state in
      switch result {
      case .success(let note): note(&state)
      case .failure(let error): state.failure = state.failure ?? error
      }
      defer { state.waiting = 0 }
      return state.waiting
    }
    for _ in 0..<waiting { wake.signal() }
  }
}
