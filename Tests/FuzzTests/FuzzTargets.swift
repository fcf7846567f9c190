import Datasets
import Exports
import Foundation
import Galaxies
import Plans
import Records
import Runs
import Specs
import Support
import Tables
import TestKit

/// Every reader of texts that others write.
enum FuzzTargets {
  static let all =
    [json, spec, expression, ecsv, manifest, pin, checksums] + DataTexts.all.map(data)
    + TableTexts.all.map(table)

  static let words = [
    "\\u", "\\ud800", "1e999", "null", "true", "\"upsilon\": 1", "\"extends\"", "\"by\": {}",
    "[[[[",
    "{\"a\":", "\"where\"", "\"fits\"", "\"from\": 1",
  ]

  static let json = FuzzTarget("json", SpecTexts.all, tokens: words) { bytes in
    let source = SourceText(name: "fuzz", bytes: bytes)
    let report = InputReport()
    let node = JSONParser.parse(source, report)
    if node == nil, !report.hasErrors { return "nothing was read, without a reason" }
    if let node, !report.hasErrors {
      let canonical = node.plain.canonicalBytes
      if JSONParser.value(of: canonical)?.canonicalBytes != canonical {
        return "not its own spelling"
      }
    }
    return report.objection([source])
  }

  static let spec = FuzzTarget("spec", SpecTexts.all, tokens: words) { bytes in
    let source = SourceText(name: "fuzz", bytes: bytes)
    let report = InputReport()
    guard let node = JSONParser.parse(source, report) else { return report.objection([source]) }
    let spec = ExperimentSpec.checked(node, report)
    if spec == nil, !report.hasErrors { return "no spec, without a reason" }
    if let spec, !report.hasErrors {
      let again = InputReport()
      let resolved = SourceText(name: "resolved", bytes: spec.resolved.readableBytes)
      let second = JSONParser.parse(resolved, again).flatMap { ExperimentSpec.checked($0, again) }
      if let reason = again.diagnostics.first(where: { $0.severity == .error }) {
        return "the resolved spec is refused: \(reason.message)"
      }
      if second?.scientific.canonicalBytes != spec.scientific.canonicalBytes {
        return "the resolved spec is another one"
      }
    }
    return report.objection([source])
  }

  /// Columns of every kind, with values that are missing.
  private static let table = Table(
    TableSchema(
      "t", axes: [], keys: ["galaxy"],
      columns: [
        ColumnSchema("galaxy", .word(["DDO154", "NGC2403"]), "a word, \"quoted\""),
        ColumnSchema("status", .word(["interior", "at_bound"]), ""),
        ColumnSchema("x", unit: "kpc", ""),
        ColumnSchema("v_obs", unit: "km / s", ""), ColumnSchema("points", .integer, ""),
        ColumnSchema("clamped", .flag, ""),
      ]),
    [
      [0, 1, 0], [1, .nan, 0], [1.5, -2e-9, .nan], [0, 1e300, 14], [3, .nan, 12], [1, 0, .nan],
    ])

  static let expression = FuzzTarget(
    "expression",
    [
      "log10(max(v_obs, 1)) - log10(max(x * 10^(0.5 * points), 1))",
      "x < 5 and status == 'interior' or not missing(v_obs)",
      "if(0 < x, -2^-2 / 1.5e-3, abs(x) != 3) && !true ** 2",
      "if(clamped, galaxy, 'none') == \"DDO154\" or (((points >= 3)))",
      "min(x, v_obs, points) + max(floor(x), ceil(x), round(x)) ^ tanh(exp(ln(sqrt(x))))",
    ],
    tokens: [
      "1e999", "..", "^", "not ", "==", "<", "≤", "if(", "9", "e", "and", "((((", "----", "min(",
      "missing(",
      "'", "!", "**", "^^", "x", "galaxy",
    ]
  ) { bytes in
    let source = SourceText(name: "fuzz", bytes: bytes)
    let report = InputReport()
    let expression = Expression(parsing: source, report)
    if (expression == nil) != report.hasErrors { return "an expression and a mistake, or neither" }
    guard let expression else { return report.objection([source]) }
    let text = SourceText(name: "again", text: expression.canonicalText)
    if Expression(parsing: text, InputReport()) != expression { return "not its own spelling" }
    let kind = expression.check(in: TableNames(table.schema, SchemaSet([])), report)
    if kind != nil, expression.column(over: table, TableSet()).0.count != table.rowCount {
      return "not a value for each row"
    }
    return report.objection([source])
  }

  static let ecsv = FuzzTarget(
    "ecsv", [String(decoding: ECSVWriter.bytes(of: table), as: UTF8.self)],
    tokens: ["True", "False", "\"\"", ",,", "9223372036854775807", "1e19"]
  ) { bytes in
    do throws(ECSVReader.Mismatch) {
      let read = try ECSVReader.table(bytes, table.schema)
      let written = ECSVWriter.bytes(of: read)
      let again = try ECSVReader.table(written, read.schema)
      return ECSVWriter.bytes(of: again) == written ? nil : "not its own spelling"
    } catch {
      let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      return (1...lines).contains(error.line) ? nil : "line \(error.line) of \(lines)"
    }
  }

  static let manifest = FuzzTarget("manifest", [SpecTexts.manifest], tokens: words) { bytes in
    let source = SourceText(name: "fuzz", bytes: bytes)
    let report = InputReport()
    let manifest = Manifest.format.record(of: source, report)
    if (manifest == nil) != report.hasErrors { return "a manifest and a mistake, or neither" }
    guard let manifest else { return report.objection([source]) }
    for table in manifest.tables {
      _ = try? ECSVReader.table(Array("galaxy,x\nA,1\n".utf8), table.schema)
    }
    let written = SourceText(name: "again", bytes: manifest.json.readableBytes)
    return Manifest.format.record(of: written, InputReport()) == manifest
      ? nil : "not what it wrote"
  }

  static let pin = FuzzTarget(
    "pin", [SpecTexts.pin],
    tokens: [
      "+ ", "\"", "-", "1e999", "distinct", "table", "whole", "  ", "9007199254740993", "\n",
    ]
  ) { bytes in
    let source = SourceText(name: "fuzz", bytes: bytes)
    let report = InputReport()
    let pin = Pin.read(source, report)
    if (pin == nil) != report.hasErrors { return "a pin and a mistake, or neither" }
    guard let pin else { return report.objection([source]) }
    return Pin.read(SourceText(name: "again", bytes: pin.bytes), InputReport()) == pin
      ? nil : "not what it wrote"
  }

  static let checksums = FuzzTarget(
    "checksums",
    [
      ["journal.json", "manifest.json", "tables/fits.ecsv"]
        .map { "\(Fingerprint(of: $0.utf8).description)  \($0)\n" }.joined()
    ]
  ) { bytes in
    let checksums = RunChecksums(bytes)
    let isWhole = checksums.lines.allSatisfy { $0.sha256.utf8.count == 64 && !$0.path.isEmpty }
    return isWhole ? nil : "half a line"
  }

  /// The files of a dataset, one of them damaged.
  private static func data(_ texts: DataTexts) -> FuzzTarget {
    FuzzTarget(
      "\(texts.format) \(texts.damaged)", texts.samples,
      tokens: ["-9.99", "0.00", "A", "F6.2", "I2", "1- 11", "---", "km/s", ",,", "\t\t", "NaN"]
    ) { bytes in
      guard let reader = DatasetReaders.reader(named: texts.format) else { return "no reader" }
      let damaged = SourceText(name: texts.damaged, bytes: bytes)
      let others = texts.others.map {
        (role: $0.role, source: SourceText(name: $0.role, text: $0.text))
      }
      let report = InputReport()
      let reading = DatasetReaders.read(
        DatasetFiles([(role: texts.damaged, source: damaged)] + others), as: reader, report)
      if report.hasErrors { return report.objection([damaged] + others.map { $0.source }) }
      if reading.galaxies.isEmpty { return "no galaxy, without a reason" }
      return reading.galaxies.allSatisfy { isSound($0.curve) } ? nil : "a curve that is not sound"
    }
  }

  /// A text table that a spec maps.
  private static func table(_ way: TableTexts.Way) -> FuzzTarget {
    FuzzTarget(
      way.name, way.texts,
      tokens: [
        "arcsec", "km s-1", "[pc]", "(", ")", "unit:", "{name: R", "\"", "|", ";", "\t", "#", "%",
        "1D5", "\u{2212}1", "NaN", "0", "-", "Unnamed: 0", "\r", "\u{feff}", "10**9",
      ]
    ) { bytes in
      guard let reader = DatasetReaders.reader(named: "table") else { return "no reader" }
      let damaged = SourceText(name: "points", bytes: bytes)
      let report = InputReport()
      let reading = DatasetReaders.read(
        DatasetFiles([(role: "points", source: damaged)], way.settings), as: reader, report)
      if report.hasErrors { return report.objectionToMessages([damaged]) }
      if reading.galaxies.isEmpty { return "no galaxy, without a reason" }
      return reading.galaxies.allSatisfy { isSound($0.curve) } ? nil : "a curve that is not sound"
    }
  }

  private static func isSound(_ curve: RotationCurve) -> Bool {
    curve.count > 0 && curve.radius.allSatisfy { $0 > 0 }
      && zip(curve.radius, curve.radius.dropFirst()).allSatisfy { $0 <= $1 }
      && PointColumn.all.prefix(6).allSatisfy { column in
        curve[keyPath: column.field].allSatisfy { $0.isFinite }
          && curve[keyPath: column.field].count == curve.count
      }
  }
}
