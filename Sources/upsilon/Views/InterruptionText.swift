import Runs
import Support

/// What is said when the user stopped a run.
enum InterruptionText {
  static func text(_ interruption: Interrupted) -> String {
    let (kept, total) = (interruption.kept, interruption.total)
    let again = "nothing was published; the same command goes on from there"
    switch kept {
    case 0: return "interrupted before the first units were done; nothing was published"
    case total: return "interrupted with all \(total.grouped) units kept; \(again)"
    default:
      return "interrupted with \(kept.grouped) of \(total.grouped) units kept; \(again)"
    }
  }
}
