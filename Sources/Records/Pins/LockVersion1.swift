package import Support

/// Locks of version 1, which were JSON with the parts of a manifest: read to be translated.
package enum LockVersion1 {
  private static let version = JSONKey(
    "lock", JSONType<Int>.integer(from: 1).located, required: true, "the version, 1")
  private static let name = JSONKey("name", JSONType<String>.string, "the experiment")
  private static let identity = JSONKey(
    "identity", JSONType<Fingerprint>.fingerprint, required: true, "the identity of the run")
  private static let engine = JSONKey(
    "engine", JSONType<Int>.integer(from: 1), required: true, "the engine")
  private static let inputs = JSONKey(
    "inputs", JSONType(schema: true, read: InputRecord.codec.list.read), required: true,
    "the data files")
  private static let spec = JSONKey(
    "spec", JSONType(schema: true, read: SpecRecord.codec.read), required: true, "the spec")
  private static let sample = JSONKey(
    "sample", JSONType(schema: true, read: SampleRecord.codec.read), required: true,
    "the galaxies")
  private static let cells = JSONKey("cells", count, required: true, "how many cells")
  private static let units = JSONKey("units", count, required: true, "how many units")
  private static let statuses = JSONKey(
    "statuses", JSONType(schema: true, read: StatusCount.codec.read), required: true,
    "how many units of each status")
  private static let tables = JSONKey(
    "tables", JSONType(schema: true, read: table).list, required: true, "the tables")

  private static let count = JSONType(schema: true, read: RecordCodec.count.read)
  private static let words = JSONType<String>.string.list

  /// Whether a text looks like a lock of version 1, or of no version: JSON, which later ones are
  /// not.
  package static func isMeant(by bytes: [UInt8]) -> Bool {
    bytes.first { ![0x20, 0x09, 0x0a, 0x0d].contains($0) } == UInt8(ascii: "{")
  }

  /// Translates a lock.
  ///
  /// - Parameters:
  ///   - source: Its content.
  ///   - report: Takes everything that is wrong.
  /// - Returns: What a pin of the same run says; `nil` if the report has a mistake.
  package static func pin(of source: SourceText, _ report: InputReport) -> Pin? {
    let found = InputReport()
    let pin = JSONParser.parse(source, found).flatMap { Self.pin($0, found) }
    let advice = PinFormat.advice(on: source)
    // What stands twice, or is more than there can be, has no place in a lock of this version.
    if let pin, Pin.read(SourceText(name: source.name, bytes: pin.bytes), InputReport()) != pin {
      found.error("the lock contradicts itself", at: Place(source, source.lineRange(1)))
    }
    for mistake in found.diagnostics { report.add(mistake.advising(advice)) }
    return found.hasErrors ? nil : pin
  }

  private static func pin(_ node: JSONNode, _ report: InputReport) -> Pin? {
    let keys: [any JSONKeyDeclaration] = [
      version, name, identity, engine, inputs, spec, sample, cells, units, statuses, tables,
    ]
    guard let object = JSONObject(node, keys: keys, report) else { return nil }
    if let version = object[version], version.value != 1 {
      report.error(
        "unknown version \(version.value) of a lock in JSON", at: version.place,
        help: "only version 1 was JSON")
    }
    let (identity, engine) = (object[identity], object[engine])
    let (cells, units, statuses) = (object[cells], object[units], object[statuses])
    let (sample, inputs) = (object[sample], object[inputs])
    let (spec, tables) = (object[spec], object[tables])
    guard let identity, let engine, let cells, let units, let statuses, let sample, let inputs,
      let spec, let tables
    else { return nil }
    return Pin(
      identity: identity, engine: engine, cells: cells, units: units, statuses: statuses,
      sample: sample, inputs: inputs, settings: spec.settings, tables: tables)
  }

  private static func table(_ node: JSONNode, _ report: InputReport) -> PinnedTable? {
    let name = JSONKey("name", JSONType<String>.string, required: true, "the table")
    let rows = JSONKey("rows", count, required: true, "how many rows it has")
    let axes = JSONKey("axes", words, "its keys that are axes")
    let keys = JSONKey("keys", words, required: true, "its keys")
    let constants = JSONKey("constants", words, "its axes of one value")
    let columns = JSONKey(
      "columns", JSONType(schema: true, read: column).list, required: true, "its columns")
    let all: [any JSONKeyDeclaration] = [name, rows, axes, keys, constants, columns]
    guard let object = JSONObject(node, keys: all, report) else { return nil }
    let read = (object[name], object[rows], object[keys], object[columns])
    guard let name = read.0, let rows = read.1, let keys = read.2, let columns = read.3 else {
      return nil
    }
    return PinnedTable(name: name, rows: rows, keys: keys, content: .columns(columns))
  }

  private static func column(_ node: JSONNode, _ report: InputReport) -> PinnedColumn? {
    let name = JSONKey("name", JSONType<String>.string, required: true, "the column")
    let kind = JSONKey(
      "kind", JSONType(schema: true, read: RecordCodec<ColumnKind>.word("kind of column").read),
      required: true, "its kind")
    let unit = JSONKey("unit", JSONType<String>.string, required: true, "its unit")
    let hash = JSONKey(
      "sha256", JSONType<Fingerprint>.fingerprint, required: true, "the hash of its values")
    let missing = JSONKey("missing", count, required: true, "how many values are missing")
    let distinct = JSONKey("distinct", count, "how many different words there are")
    let statistics = ["min", "max", "mean", "std"].map {
      JSONKey($0, JSONType<Double>.number, "a statistic")
    }
    let all: [any JSONKeyDeclaration] = [name, kind, unit, hash, missing, distinct] + statistics
    guard let object = JSONObject(node, keys: all, report) else { return nil }
    let read = (object[name], object[kind], object[unit], object[hash], object[missing])
    let found = statistics.map { object[$0] }
    guard let name = read.0, let kind = read.1, let unit = read.2, let hash = read.3,
      let missing = read.4
    else { return nil }
    return PinnedColumn(
      name: name, kind: kind, unit: unit,
      digest: String(hash.description.prefix(PinnedColumn.digits)), missing: missing,
      distinct: object[distinct], min: found[0], max: found[1], mean: found[2], std: found[3])
  }
}
