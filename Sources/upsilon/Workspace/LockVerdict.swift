import Runs

/// How a run stands to its lock.
struct LockVerdict {
  /// The path of the lock.
  let path: String
  /// From the lock to the run.
  let diff: RunDiff

  /// Whether the results are what was pinned.
  var isHeld: Bool { diff.isEmpty }

  /// The same in one sentence.
  var sentence: String {
    if !isHeld { return "'\(path)' is not met: the results are not those that were pinned" }
    return diff.old.identity == diff.new.identity
      ? "as pinned" : "as pinned, although the identity is another: the results are equal"
  }
}
