import Plans
import Runs
import Support

/// Several specs worked out together, so that the mistakes of all are told at once.
enum PlanBatch {
  /// Plans every file.
  ///
  /// - Throws: `InputRejected` with the mistakes of all files, in their order.
  static func plans(
    _ files: [String], settings: [String], _ workspace: Workspace
  ) throws -> [Plan] {
    var plans: [Plan] = []
    var mistakes: [Diagnostic] = []
    for file in files {
      do {
        plans.append(try workspace.plan(file, settings: settings))
      } catch let rejected as InputRejected {
        mistakes += rejected.diagnostics.filter { !mistakes.contains($0) }
      }
    }
    if !mistakes.isEmpty { throw InputRejected(mistakes) }
    return plans
  }
}
