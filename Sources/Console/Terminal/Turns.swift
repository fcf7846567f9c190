import Synchronization

/// What tasks have to say that are at work side by side: one after another, in their order.
///
/// What a task says before its turn is kept until then, so that the words of all do not depend on
/// which of them was faster.
package final class Turns: Sendable {
  private struct State {
    /// What is to be said when its task has its turn, oldest first.
    var kept: [Int: [@Sendable () -> Void]] = [:]
    /// The tasks that ended before their turn came.
    var ended: Set<Int> = []
  }

  private let state = Mutex(State())
  /// The task whose turn it is; changed with the state locked.
  private let speaker = Atomic(0)

  package init() {}

  /// Whether it is the turn of a task.
  package func isTurn(of task: Int) -> Bool {
    speaker.load(ordering: .relaxed) == task
  }

  /// Says something when it is the turn of a task, at once if it is now.
  package func say(_ task: Int, _ words: @escaping @Sendable () -> Void) {
    state.withLock { state in
      if isTurn(of: task) { words() } else { state.kept[task, default: []].append(words) }
    }
  }

  /// Ends the turn of a task, now or when it comes: whoever follows says what was kept.
  package func end(_ task: Int) {
    state.withLock { state in
      state.ended.insert(task)
      while state.ended.remove(speaker.load(ordering: .relaxed)) != nil {
        let next = speaker.add(1, ordering: .relaxed).newValue
        for words in state.kept[next, default: []] { words() }
        state.kept[next] = nil
      }
    }
  }
}
