import Galaxies
package import Plans
import Records
import Specs
import Support

/// The earlier run that is most like a plan, and what differs.
package struct NearestRun: Sendable {
  /// A data file that is not the same.
  package struct Input: Equatable, Sendable {
    package let role: String
    /// The hash of the run's file; `nil` if it had none in this role.
    package let old: String?
    /// The hash of the plan's file; `nil` if it has none in this role.
    package let new: String?
  }

  package let run: StoredRun
  package let spec: SpecDiff
  package let inputs: [Input]
  /// The engine of the run, if it is not this program's.
  package let engine: Int?

  /// How many components differ.
  package var differenceCount: Int {
    spec.methods.count + spec.settings.count + inputs.count + (engine == nil ? 0 : 1)
  }

  /// Finds the run: of the same identity or else of the same name where there is one, with the
  /// fewest differences, the latest; `nil` if there are no runs.
  ///
  /// - Parameters:
  ///   - plan: What has no run yet.
  ///   - runs: The runs to choose from.
  package init?(to plan: Plan, among runs: [StoredRun]) {
    let named = runs.filter { $0.experiment == plan.spec.name }
    let twins = runs.filter { $0.manifest.identity == plan.identity.fingerprint }
    let chosen = !twins.isEmpty ? twins : !named.isEmpty ? named : runs
    let candidates = chosen.map { NearestRun($0, plan) }
    let fewest = candidates.map(\.differenceCount).min()
    let nearest = candidates.filter { $0.differenceCount == fewest }
    guard let found = nearest.max(by: { $0.run.isOlder(than: $1.run) }) else { return nil }
    self = found
  }

  private init(_ run: StoredRun, _ plan: Plan) {
    self.run = run
    spec = SpecDiff(run.manifest.spec.json, plan.spec.scientific)
    let (old, new) = (run.manifest.inputs, plan.dataset.inputs)
    let roles =
      old.map(\.role) + new.map(\.role).filter { role in !old.contains { $0.role == role } }
    inputs = roles.map { role in
      Input(
        role: role, old: old.first { $0.role == role }?.sha256,
        new: new.first { $0.role == role }?.sha256)
    }.filter { $0.old != $0.new }
    engine = run.manifest.engine == Engine.number ? nil : run.manifest.engine
  }
}
