import Dispatch
import Machine
import Synchronization

/// Reads what is to be known of many runs, on all processors; no manifest is kept.
struct RunReading {
  /// How many runs are worth a thread.
  private static let share = 16

  let root: String

  /// Reads the folders of some names.
  ///
  /// - Returns: What is known of each, and the stamps of the files it was read from; nothing for a
  ///   folder that neither is a run nor looks like one.
  func entries(_ names: [String]) -> [String: (entry: RunEntry, stamps: RunStamps?)] {
    let found = Mutex<[String: (entry: RunEntry, stamps: RunStamps?)]>([:])
    let threads = max(1, min(Host.processors, names.count / Self.share))
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for name in stride(from: thread, to: names.count, by: threads).map({ names[$0] }) {
        guard let read = read(name) else { continue }
        found.withLock { $0[name] = read }
      }
    }
    return found.withLock { $0 }
  }

  private func read(_ name: String) -> (entry: RunEntry, stamps: RunStamps?)? {
    let path = "\(root)/\(name)"
    // A file that changes while it is read has other stamps the next time.
    let stamps = RunStamps(in: path)
    guard let folder = RunFolder(at: path) else { return nil }
    let facts = folder.run.map { RunFacts($0, stamps) }
    let entry = RunEntry(
      path: folder.path, facts: facts, damage: folder.damage, failure: folder.failure)
    // What was not read whole is not remembered.
    return (entry, folder.failure == nil ? stamps : nil)
  }
}
