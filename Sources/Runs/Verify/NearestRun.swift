import Galaxies
import Machine
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
  ///   - store: The runs to choose from.
  /// - Throws: ``FileError`` if the folder of runs cannot be read.
  package init?(to plan: Plan, in store: RunStore) throws(FileError) {
    let runs = try store.runs()
    let named = runs.filter { $0.experiment == plan.spec.name }
    let identity = plan.identity.fingerprint.description
    let twins = runs.filter { $0.facts?.identity == identity }
    let chosen = !twins.isEmpty ? twins : !named.isEmpty ? named : runs
    let likeness = Likeness(plan)
    let distances = chosen.map { $0.facts.map(likeness.distance) ?? .max }
    let fewest = distances.min()
    let now = Moment.now
    let nearest = zip(chosen, distances).filter { $0.1 == fewest }.map(\.0)
    guard let found = nearest.max(by: { $0.isOlder(than: $1, at: now) }),
      let run = try StoredRun(at: found.path)
    else { return nil }
    self.init(run, plan)
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

/// What runs are held against to find the one most like a plan.
private struct Likeness {
  private let settings: Set<SpecRecord.Setting>
  private let inputs: Set<SpecRecord.Setting>

  init(_ plan: Plan) {
    settings = Set(SpecRecord.settings(of: plan.spec.scientific))
    inputs = Set(plan.dataset.inputs.map { RunFacts.setting($0.role, $0.sha256) })
  }

  /// In how many settings, data files and engines a run differs.
  func distance(to facts: RunFacts) -> Int {
    var pointers = Set(settings.subtracting(facts.settings).map(\.pointer))
    for setting in facts.settings where !settings.contains(setting) {
      pointers.insert(setting.pointer)
    }
    return pointers.count + inputs.symmetricDifference(facts.inputs).count
      + (facts.engine == Engine.number ? 0 : 1)
  }
}
