import Runs
import Support

/// What is said of a run that was held against its lock.
enum LockVerdictView {
  /// The sentence, and how the results differ.
  static func lines(_ verdict: LockVerdict, width: Int?) -> [String] {
    let head = FactLine.text("lock", verdict.sentence)
    if verdict.isHeld { return [head] }
    let page = DiffPage(verdict.diff, isDetailed: false)
    return [head, ""] + DiffText.lines(of: page, width: width)
  }

  static func json(_ verdict: LockVerdict) -> JSONValue {
    [
      "path": .string(verdict.path), "held": .bool(verdict.isHeld),
      "diff": DiffJSON.value(verdict.diff),
    ]
  }
}
