package import Support

/// What a run was when someone pinned it: a file beside the spec, to be kept under version control.
///
/// It has what tells whether a result is still what it was, and because of what it is not:
/// identity, engine, inputs, spec, sample, and the digest and statistics of every column, a line
/// each. Of tables that follow from the data, and of those without rows, there is one digest of the
/// whole.
package struct Pin: Equatable, Sendable {
  package let identity: Fingerprint
  /// The number of the engine that made the run.
  package let engine: Int
  package let cells: Int
  package let units: Int
  /// How many units there are of each status.
  package let statuses: [StatusCount]
  package let sample: SampleRecord
  /// The data files by role.
  package let inputs: [InputRecord]
  /// What the spec says, without the name of the experiment and what says nothing.
  let settings: [JSONValue.Member]
  package let tables: [PinnedTable]

  /// Raised when the layout of the file changes.
  package static let version = PinFormat.version

  /// Tables that are pinned as wholes: they follow from the data and the cuts, which are pinned.
  private static let wholes: Set<String> = ["galaxies", "cut_flow", "dropped"]

  init(
    identity: Fingerprint, engine: Int, cells: Int, units: Int, statuses: [StatusCount],
    sample: SampleRecord, inputs: [InputRecord], settings: [JSONValue.Member],
    tables: [PinnedTable]
  ) {
    (self.identity, self.engine) = (identity, engine)
    (self.cells, self.units, self.statuses) = (cells, units, statuses)
    (self.sample, self.inputs) = (sample, inputs)
    self.settings = settings.filter { setting in
      setting.key != "name" && !PinFormat.unsaid.contains(setting)
    }
    self.tables = tables.map {
      Self.wholes.contains($0.name) || $0.rows == 0 ? $0.asWhole : $0
    }
  }

  /// The pin of a finished run.
  package init(_ manifest: Manifest) {
    self.init(
      identity: manifest.identity, engine: manifest.engine, cells: manifest.cells,
      units: manifest.units, statuses: manifest.statuses, sample: manifest.sample,
      inputs: manifest.inputs, settings: manifest.spec.settings,
      tables: manifest.tables.map { PinnedTable($0) })
  }

  /// The part of the spec that determines results, without the name of the experiment.
  package var spec: JSONValue {
    let unsaid = PinFormat.unsaid.filter { member in
      !settings.contains { $0.key == member.key }
    }
    return .object(settings + unsaid)
  }

  /// Reads the file of a pin.
  ///
  /// - Parameters:
  ///   - source: Its content.
  ///   - report: Takes everything that is wrong.
  /// - Returns: The pin; `nil` if the report has a mistake.
  package static func read(_ source: SourceText, _ report: InputReport) -> Pin? {
    let found = InputReport()
    var reader = PinReader(source, found)
    let pin = reader.pin()
    let advice = PinFormat.advice(on: source)
    for mistake in found.diagnostics { report.add(mistake.advising(advice)) }
    return found.hasErrors ? nil : pin
  }

  /// Whether a file is a lock that is not JSON, by its content or else by its name.
  package static func isMeant(by source: SourceText) -> Bool {
    source.bytes.starts(with: PinFormat.magic.utf8)
      || (source.name.hasSuffix(".lock") && !LockVersion1.isMeant(by: source.bytes))
  }

  /// The identity that a lock names, whatever its version and whatever else is damaged in it.
  package static func identity(namedIn source: SourceText) -> Fingerprint? {
    if LockVersion1.isMeant(by: source.bytes) {
      let node = JSONParser.parse(source, InputReport())
      return node?["identity"]?.string.flatMap(Fingerprint.init)
    }
    return PinReader.identity(in: source)
  }

  /// The content of its file.
  package var bytes: [UInt8] { PinWriter(self).bytes }
}
