package import Plans
package import Records
package import Specs
package import Support
package import Tables

/// A run as it is read from its folder to be drawn: its spec, its tables, what it was held against.
///
/// Views follow from the record alone, so that they are the same whenever they are drawn.
package struct RecordedRun: Sendable {
  package let run: StoredRun
  /// The spec with every default written out.
  package let resolved: JSONValue
  /// The spec as this program reads it; `nil` if it cannot.
  package let spec: ExperimentSpec?
  package let tables: TableSet
  package let origin: ViewOrigin
  /// What could not be read, in sentences.
  package let omissions: [String]

  /// Reads a run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - jobs: How many workers read tables.
  /// - Throws: ``DamagedRun`` if its manifest is not the one that was written, ``FileError`` if a
  ///   file cannot be read or has changed.
  package init(_ run: StoredRun, jobs: Int = 1) throws {
    try run.checkManifest()
    self.run = run
    resolved = try run.spec() ?? run.manifest.spec.json
    let bytes = try RunFolder.bytes("\(run.path)/\(ManifestFile.name)")
    origin = ViewOrigin(
      identity: run.manifest.identity.description,
      manifest: Fingerprint(of: bytes).description)
    let names = run.manifest.tables.map(\.name)
    let read = Scheduler.map(names.count, jobs: jobs) { place in
      Result { () throws(FileError) in try run.table(names[place]) }
    }
    tables = TableSet(try read.compactMap { try $0.get() })
    spec = try run.checkedSpec()
    omissions =
      spec == nil
      ? [
        "this program cannot read the spec of the run, so its expectations and figures are not here"
      ]
      : []
  }

  /// The answer that the spec gives, with the numbers of the run.
  package var answer: String? {
    guard let answer = spec?.answer else { return nil }
    let report = InputReport()
    answer.check(tables.schemas, report)
    return report.hasErrors ? nil : answer.filled(from: tables).text
  }

  /// What became of the expectations of the spec.
  package var expectations: [ExpectationOutcome] {
    spec.asList.flatMap(\.expectations).filter { expectation in
      let report = InputReport()
      expectation.check(tables.schemas, report)
      return !report.hasErrors
    }.map { ExpectationOutcome($0, tables) }
  }
}
