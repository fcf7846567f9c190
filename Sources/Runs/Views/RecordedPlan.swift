import Plans
import Records
import Specs
import Support

/// The plan of a run, made anew from its spec and the data at hand.
enum RecordedPlan {
  /// What keeps it from being made.
  enum Obstacle: Error {
    case notAtHand(dataset: String)
    case otherData

    /// Tells it in a sentence that begins with why the plan is needed.
    func note(after reason: String) -> Advice {
      switch self {
      case .notAtHand(let name):
        "\(reason), and its data are not at hand: \(command: "data fetch", name) or '--data' helps"
      case .otherData:
        "\(reason), and the data at hand are not those that it was made from"
      }
    }
  }

  /// Makes it.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - spec: Its spec as this program reads it; `nil` if it cannot.
  ///   - source: The data at hand, which have to be those of the run by their hashes.
  /// - Throws: Why that cannot be.
  /// - Returns: The plan, whose inputs are those of the run.
  static func make(
    _ run: StoredRun, _ spec: ExperimentSpec?, _ source: some DatasetSource
  ) throws(Obstacle) -> Plan {
    let report = InputReport()
    guard let spec, source.isAtHand(spec.dataset),
      let dataset = try? source.dataset(spec.dataset, relativeTo: run.path, at: nil, report)
    else { throw .notAtHand(dataset: run.manifest.dataset.name) }
    guard let plan = try? Plan(spec, dataset, report),
      plan.identity.components["inputs"] == run.manifest.components["inputs"]
    else { throw .otherData }
    return plan
  }
}
