import Galaxies
package import Plans
import Specs
package import Support
package import Tables

/// The record of what a run was made from and what it made.
///
/// It holds nothing that changes when the run is repeated: no time, host, thread count or path of
/// the machine. It stands alone: with digests and statistics of every column, two manifests can be
/// compared without their tables.
package struct Manifest: Sendable {
  /// Raised when the layout of the file changes.
  package static let version = 1

  package let json: JSONValue

  /// Makes the manifest of a finished plan.
  ///
  /// - Parameters:
  ///   - plan: What was computed.
  ///   - tables: The tables that the run keeps, each with its file.
  ///   - columns: The digests of the columns of each table.
  ///   - results: How the units turned out, and what to know of them.
  package init(
    _ plan: Plan, tables: [(table: Table, file: RunFile)], columns: [[ColumnDigest]],
    results: RunResults
  ) {
    let sample = plan.sample
    json = [
      "manifest": .number(Double(Self.version)),
      "name": .string(plan.spec.name),
      "identity": .string(plan.identity.fingerprint.description),
      "engine": .number(Double(Engine.number)),
      "dataset": [
        "name": .string(plan.spec.dataset.label),
        "citation": .string(plan.dataset.citation),
        "notes": .array(plan.dataset.notes.map { .string($0) }),
      ],
      "inputs": .array(
        plan.dataset.inputs.map {
          [
            "role": .string($0.role), "sha256": .string($0.sha256),
            "bytes": .number(Double($0.bytes)),
          ]
        }),
      "spec": plan.identity.components["spec"] ?? .null,
      "sample": [
        "galaxies": .number(Double(sample.galaxies.count)),
        "points": .number(Double(sample.pointCount)),
        "names": .array(sample.galaxies.map { .string($0.name) }),
      ],
      "cells": .number(Double(plan.spec.cellCount)),
      "units": .number(Double(plan.unitCount)),
      "statuses": .object(results.statuses.map { .init($0.status, .number(Double($0.count))) }),
      "warnings": .array(results.warnings.map { .string($0) }),
      "tables": .array(
        zip(tables, columns).map { item, columns in
          [
            "name": .string(item.table.name),
            "file": .string(item.file.path),
            "sha256": .string(item.file.sha256),
            "bytes": .number(Double(item.file.size)),
            "rows": .number(Double(item.table.rowCount)),
            "axes": .array(item.table.schema.axes.map { .string($0) }),
            "keys": .array(item.table.schema.keys.map { .string($0) }),
            "constants": .array(
              item.table.schema.axes.filter(item.table.schema.constants.contains)
                .map { .string($0) }),
            "columns": .array(columns.map(\.json)),
          ]
        }),
    ]
  }

  /// Takes a manifest as it was read from a run.
  package init(_ json: JSONValue) {
    self.json = json
  }

  package var name: String { json["name"]?.string ?? "" }
  package var identity: String { json["identity"]?.string ?? "" }
  package var warnings: [String] { json["warnings"]?.array?.compactMap(\.string) ?? [] }

  /// The number of the engine that made the run.
  package var engine: Int { json["engine"]?.count ?? 0 }

  /// The data files by role, with their hashes.
  package var inputs: [(role: String, sha256: String)] {
    (json["inputs"]?.array ?? []).map { ($0["role"]?.string ?? "", $0["sha256"]?.string ?? "") }
  }

  /// The versions of methods in use, by family, in the order of the spec.
  package var methods: [(family: String, version: String)] {
    (json["spec"]?["methods"]?.members ?? []).map { ($0.key, $0.value.string ?? "") }
  }

  /// The axes of the grid that have more than one value, with the number of values.
  package var axes: [(name: String, count: Int)] {
    (json["spec"]?["grid"]?.members ?? []).map { ($0.key, $0.value.array?.count ?? 0) }
      .filter { $0.count > 1 }
  }

  /// Whether it measures offsets.
  package var hasOffsets: Bool { json["spec"]?["model"]?["offset"] != nil }

  /// What its identity is the hash of.
  package var components: JSONValue {
    Identity.components(spec: json["spec"] ?? .null, inputs: inputs, engine: engine)
  }

  /// The identity that follows from what it holds.
  package var madeIdentity: Fingerprint {
    Fingerprint(of: components)
  }

  /// How many units there are of each status.
  package var statuses: [(status: String, count: Int)] {
    (json["statuses"]?.members ?? []).map { ($0.key, $0.value.count ?? 0) }
  }

  /// The tables with their files and schemas, in order.
  package var tables: [(file: String, sha256: String, rows: Int, schema: TableSchema)] {
    (json["tables"]?.array ?? []).compactMap { table in
      guard let file = table["file"]?.string, let name = table["name"]?.string,
        let columns = table["columns"]?.array
      else { return nil }
      let keys = table["keys"]?.array?.compactMap(\.string) ?? []
      let axes = table["axes"]?.array?.compactMap(\.string) ?? []
      let constants = table["constants"]?.array?.compactMap(\.string) ?? []
      let schemas = columns.map { column in
        let kind: ColumnSchema.Kind =
          switch column["kind"]?.string {
          case "integer": .integer
          case "flag": .flag
          case "word": .word(column["words"]?.array?.compactMap(\.string))
          default: .real
          }
        return ColumnSchema(
          column["name"]?.string ?? "", kind, unit: column["unit"]?.string ?? "",
          column["description"]?.string ?? "")
      }
      guard schemas.prefix(keys.count).map(\.name) == keys else { return nil }
      return (
        file, table["sha256"]?.string ?? "", table["rows"]?.count ?? 0,
        TableSchema(
          name, axes: axes, keys: keys, constants: Set(constants), columns: schemas)
      )
    }
  }
}
