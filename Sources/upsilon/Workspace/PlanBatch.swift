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
    var told: Set<String> = []
    for plan in all {
      do {
        plans.append(try plan.get())
      } catch let rejected as InputRejected {
        mistakes += new(rejected.diagnostics, besides: &told)
      }
    }
    if !mistakes.isEmpty { throw InputRejected(mistakes) }
    return plans
  }

  /// What each plan warns of that none before it does, as specs on one base do of the base.
  static func warnings(of plans: [Plan]) -> [[Diagnostic]] {
    var told: Set<String> = []
    return plans.map { new($0.warnings, besides: &told) }
  }

  /// Those that read otherwise than all that were told; each spec reads a common base anew.
  private static func new(_ diagnostics: [Diagnostic], besides told: inout Set<String>)
    -> [Diagnostic]
  {
    diagnostics.filter { told.insert($0.rendered).inserted }
  }
}
