import Plans
import Runs
import Support

/// Several specs worked out together, so that the mistakes of all are told at once.
enum PlanBatch {
  /// Plans every file.
  ///
  /// The first one reads the dataset that mostly is that of the others.
  ///
  /// - Parameters:
  ///   - files: The specs.
  ///   - settings: Changes of single keys.
  ///   - workspace: Where the data are.
  ///   - jobs: How many workers share the work.
  /// - Returns: The plans, in the order of the files.
  /// - Throws: `InputRejected` with the mistakes of all files, in their order.
  static func plans(
    _ files: [String], settings: [String], _ workspace: Workspace, jobs: Int
  ) throws -> [Plan] {
    @Sendable func planned(_ file: String) -> Result<Plan, any Error> {
      Result { try workspace.plan(file, settings: settings) }
    }
    let first = files.prefix(1).map(planned)
    let others = Array(files.dropFirst())
    let all = first + Scheduler.map(others.count, jobs: jobs) { planned(others[$0]) }
    var plans: [Plan] = []
    var mistakes: [Diagnostic] = []
    for plan in all {
      do {
        plans.append(try plan.get())
      } catch let rejected as InputRejected {
        mistakes += rejected.diagnostics.filter { !mistakes.contains($0) }
      }
    }
    if !mistakes.isEmpty { throw InputRejected(mistakes) }
    return plans
  }

  /// What each plan warns of that none before it does, as specs on one base do of the base.
  static func warnings(of plans: [Plan]) -> [[Diagnostic]] {
    var told: [Diagnostic] = []
    return plans.map { plan in
      let new = plan.warnings.filter { !told.contains($0) }
      told += new
      return new
    }
  }
}
