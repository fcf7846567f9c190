import Galaxies
package import Plans
package import Specs
package import Support

/// The record of what a run was made from and what it made.
///
/// It holds nothing that changes when the run is repeated: no time, host, thread count or path of
/// the machine. It stands alone: with digests and statistics of every column, two manifests can be
/// compared without their tables.
package struct Manifest: Equatable, Sendable {
  /// The name of the experiment, in manifests of the time when it was a part of the identity.
  package let name: String?
  package let identity: Fingerprint
  /// The number of the engine that made the run.
  package let engine: Int
  package let dataset: DatasetRecord
  /// The data files by role.
  package let inputs: [InputRecord]
  package let spec: SpecRecord
  package let sample: SampleRecord
  package let cells: Int
  package let units: Int
  /// How many units there are of each status.
  package let statuses: [StatusCount]
  package let warnings: [String]
  package let tables: [TableRecord]

  /// Makes the manifest of a finished plan.
  ///
  /// - Parameters:
  ///   - plan: What was computed.
  ///   - tables: The tables that the run keeps.
  ///   - statuses: How the units turned out.
  ///   - warnings: What to know of them.
  package init(
    _ plan: Plan, tables: [TableRecord], statuses: [StatusCount], warnings: [String]
  ) {
    let dataset = plan.dataset
    self.init(
      nil, plan.identity.fingerprint, Engine.number,
      DatasetRecord(
        name: plan.spec.dataset.label, citation: dataset.citation, notes: dataset.notes),
      dataset.inputs.map { InputRecord(role: $0.role, sha256: $0.sha256, bytes: $0.bytes) },
      SpecRecord(plan.spec),
      SampleRecord(
        points: plan.sample.pointCount, galaxies: plan.sample.galaxies.map { $0.name }),
      plan.spec.cellCount, plan.unitCount, statuses, warnings, tables)
  }

  /// Makes the manifest of a finished plan.
  ///
  /// - Parameters:
  ///   - plan: What was computed.
  ///   - tables: The tables that the run keeps.
  ///   - results: How the units turned out, and what to know of them.
  package init(_ plan: Plan, tables: [TableRecord], results: RunResults) {
    self.init(
      plan, tables: tables,
      statuses: results.statuses.map { StatusCount(status: $0.status, count: $0.count) },
      warnings: results.warnings)
  }

  private init(
    _ name: String?, _ identity: Fingerprint, _ engine: Int, _ dataset: DatasetRecord,
    _ inputs: [InputRecord], _ spec: SpecRecord, _ sample: SampleRecord, _ cells: Int,
    _ units: Int, _ statuses: [StatusCount], _ warnings: [String], _ tables: [TableRecord]
  ) {
    (self.name, self.identity, self.engine) = (name, identity, engine)
    (self.dataset, self.inputs, self.spec, self.sample) = (dataset, inputs, spec, sample)
    (self.cells, self.units, self.statuses) = (cells, units, statuses)
    (self.warnings, self.tables) = (warnings, tables)
  }

  /// The file `manifest.json`.
  package static let format = RecordFormat(
    "manifest",
    version: RecordVersion(
      key: "manifest", numbers: IdentityRule.numbers, number: { $0.rule.rawValue }),
    RecordCodec<Manifest>.object(
      Manifest.init(_:_:_:_:_:_:_:_:_:_:_:_:),
      RecordField(optional: "name", \.name, .text),
      RecordField("identity", \.identity, .fingerprint),
      RecordField("engine", \.engine, .count),
      RecordField("dataset", \.dataset, DatasetRecord.codec),
      RecordField("inputs", \.inputs, InputRecord.codec.list),
      RecordField("spec", \.spec, SpecRecord.codec),
      RecordField("sample", \.sample, SampleRecord.codec),
      RecordField("cells", \.cells, .count),
      RecordField("units", \.units, .count),
      RecordField("statuses", \.statuses, StatusCount.codec),
      RecordField("warnings", \.warnings, RecordCodec.text.list),
      RecordField("tables", \.tables, TableRecord.codec.list)
    )
    .checking { manifest, node, report in
      if node["manifest"]?.plain.count != manifest.rule.rawValue {
        report.error(
          manifest.name == nil
            ? "missing key 'name'" : "a manifest of this version has no name",
          at: node["name"]?.place ?? JSONObject.opening(of: node))
      }
      var known: Set<String> = []
      for (index, table) in manifest.tables.enumerated()
      where !known.insert(table.name).inserted {
        report.error("a second table '\(table.name)'", at: node["tables"]?.array?[index].place)
      }
    })

  /// The manifest as its file has it.
  package var json: JSONValue { Self.format.json(self) }

  /// The rule by which its identity was made.
  package var rule: IdentityRule { name == nil ? .withoutName : .withName }

  /// What its identity is the hash of.
  package var components: JSONValue {
    Identity.components(
      spec: spec.json, inputs: inputs.map { ($0.role, $0.sha256) }, engine: engine)
  }

  /// The identity that follows from what it holds.
  package var madeIdentity: Fingerprint {
    Fingerprint(of: components)
  }

  package func table(_ name: String) -> TableRecord? {
    tables.first { $0.name == name }
  }
}
