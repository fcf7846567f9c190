import Galaxies
package import Plans
package import Records
package import Specs
package import Support
import Tables

/// One side of a diff: a run, a manifest, a pin, or a spec.
package struct DiffSide: Sendable {
  /// What the user called it.
  package let label: String
  /// The name of the experiment; `nil` for what does not have it.
  package let name: String?
  /// The identity; `nil` for a spec whose data are not at hand.
  package let identity: Fingerprint?
  /// The resolved spec, or the scientific one of a manifest.
  package let spec: JSONValue
  /// What it was made from; `nil` for a spec whose data are not at hand.
  let inputs: Inputs?
  /// Its galaxies; `nil` for a spec whose data are not at hand.
  let sample: Sample?
  /// What was made, table by table; `nil` for a spec without a run.
  let tables: [PinnedTable]?
  /// The run with the rows of its tables; `nil` for a manifest or a pin alone.
  let run: StoredRun?

  /// What the results were made from.
  struct Inputs: Sendable {
    /// The SHA-256 of each input by its role.
    let data: [JSONValue.Member]
    let engine: Int

    init(_ data: [InputRecord], engine: Int) {
      self.data = data.map { .init($0.role, .string($0.sha256)) }
      self.engine = engine
    }
  }

  /// The galaxies of a side and those it dropped.
  struct Sample: Sendable {
    let galaxies: [String]
    /// The rule that dropped a galaxy, and what the galaxy has instead.
    let dropped: [String: (rule: String, because: String)]
  }

  /// Whether there are results.
  package var hasResults: Bool { tables != nil }

  /// A complete run, whose manifest is held against its checksums first.
  ///
  /// - Throws: ``DamagedRun`` if the manifest is not the one that was written, ``FileError`` if the
  ///   spec of the run or its record of the cuts cannot be read.
  package init(_ label: String, run: StoredRun) throws {
    try run.checkManifest()
    self.init(
      label, manifest: run.manifest, name: run.experiment,
      spec: try run.spec() ?? run.manifest.spec.json,
      dropped: try run.table(TableName.dropped), run: run)
  }

  /// A manifest without its tables.
  package init(_ label: String, manifest: Manifest) {
    self.init(
      label, manifest: manifest, name: manifest.name, spec: manifest.spec.json, dropped: nil,
      run: nil)
  }

  /// The pin of a run.
  package init(_ label: String, pin: Pin) {
    self.label = label
    name = nil
    identity = pin.identity
    spec = pin.spec
    inputs = Inputs(pin.inputs, engine: pin.engine)
    sample = Sample(galaxies: pin.sample.galaxies, dropped: [:])
    tables = pin.tables
    run = nil
  }

  /// A spec that was not run.
  package init(_ label: String, plan: Plan) {
    self.label = label
    name = plan.spec.name
    identity = plan.identity.fingerprint
    spec = plan.spec.resolved
    inputs = Inputs(
      plan.dataset.inputs.map { InputRecord(role: $0.role, sha256: $0.sha256, bytes: $0.bytes) },
      engine: Engine.number)
    sample = Sample(
      galaxies: plan.sample.galaxies.map(\.name), dropped: Self.dropped(plan.sample.dropped))
    (tables, run) = (nil, nil)
  }

  /// A spec whose data are not at hand.
  package init(_ label: String, spec: ExperimentSpec) {
    self.label = label
    name = spec.name
    self.spec = spec.resolved
    (identity, inputs, sample, tables, run) = (nil, nil, nil, nil, nil)
  }

  private init(
    _ label: String, manifest: Manifest, name: String?, spec: JSONValue, dropped: Table?,
    run: StoredRun?
  ) {
    self.label = label
    self.name = name
    self.spec = spec
    self.run = run
    identity = manifest.identity
    inputs = Inputs(manifest.inputs, engine: manifest.engine)
    sample = Sample(
      galaxies: manifest.sample.galaxies, dropped: dropped.map(Self.dropped) ?? [:])
    tables = manifest.tables.map { PinnedTable($0) }
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
