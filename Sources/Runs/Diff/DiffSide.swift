import Galaxies
package import Plans
package import Records
package import Specs
package import Support
import Tables

/// One side of a diff: a run, a manifest, or a spec.
package struct DiffSide: Sendable {
  /// What the user called it.
  package let label: String
  /// The name of the experiment.
  package let name: String
  /// The identity; `nil` for a spec whose data are not at hand.
  package let identity: String?
  /// The resolved spec, or the scientific one of a manifest.
  package let spec: JSONValue
  /// What it was made from; `nil` for a spec whose data are not at hand.
  let inputs: Inputs?
  /// Its galaxies; `nil` for a spec whose data are not at hand.
  let sample: Sample?
  /// What was made; `nil` for a spec without a run.
  let manifest: Manifest?
  /// The run with its tables; `nil` for a manifest alone.
  let run: StoredRun?

  /// What the results were made from.
  struct Inputs: Sendable {
    /// The SHA-256 of each input by its role.
    let data: [JSONValue.Member]
    let engine: JSONValue
  }

  /// The galaxies of a side and those it dropped.
  struct Sample: Sendable {
    let galaxies: [String]
    /// The rule that dropped a galaxy, and what the galaxy has instead.
    let dropped: [String: (rule: String, because: String)]
  }

  /// Whether there are results.
  package var hasResults: Bool { manifest != nil }

  /// A complete run.
  ///
  /// - Throws: ``FileError`` if its spec or its record of the cuts cannot be read.
  package init(_ label: String, run: StoredRun) throws(FileError) {
    self.init(
      label, manifest: run.manifest, spec: try run.spec() ?? run.manifest.json["spec"] ?? .null,
      dropped: try run.table(TableName.dropped), run: run)
  }

  /// A manifest without its tables, or a lock.
  package init(_ label: String, manifest: Manifest) {
    self.init(
      label, manifest: manifest, spec: manifest.json["spec"] ?? .null, dropped: nil, run: nil)
  }

  /// A spec that was not run.
  package init(_ label: String, plan: Plan) {
    self.label = label
    name = plan.spec.name
    identity = plan.identity.fingerprint.description
    spec = plan.spec.resolved
    inputs = Inputs(
      data: plan.dataset.inputs.map { .init($0.role, .string($0.sha256)) },
      engine: .number(Double(Engine.number)))
    sample = Sample(
      galaxies: plan.sample.galaxies.map(\.name), dropped: Self.dropped(plan.sample.dropped))
    manifest = nil
    run = nil
  }

  /// A spec whose data are not at hand.
  package init(_ label: String, spec: ExperimentSpec) {
    self.label = label
    name = spec.name
    self.spec = spec.resolved
    (identity, inputs, sample, manifest, run) = (nil, nil, nil, nil, nil)
  }

  private init(
    _ label: String, manifest: Manifest, spec: JSONValue, dropped: Table?, run: StoredRun?
  ) {
    self.label = label
    self.spec = spec
    self.manifest = manifest
    self.run = run
    name = manifest.name
    identity = manifest.identity
    let inputs = (manifest.json["inputs"]?.array ?? []).compactMap { input in
      input["role"]?.string.map { JSONValue.Member($0, input["sha256"] ?? .null) }
    }
    self.inputs = Inputs(data: inputs, engine: manifest.json["engine"] ?? .null)
    sample = Sample(
      galaxies: manifest.json["sample"]?["names"]?.array?.compactMap(\.string) ?? [],
      dropped: dropped.map(Self.dropped) ?? [:])
  }

  /// The rule and the reason for each galaxy of a `dropped` table.
  private static func dropped(_ table: Table) -> [String: (rule: String, because: String)] {
    guard let galaxy = table.schema.index(of: "galaxy"),
      let rule = table.schema.index(of: "rule"), let because = table.schema.index(of: "because")
    else { return [:] }
    let rows = (0..<table.rowCount).map { row in
      (
        table.text(row: row, column: galaxy),
        (rule: table.text(row: row, column: rule), because: table.text(row: row, column: because))
      )
    }
    return Dictionary(rows) { first, _ in first }
  }
}
