package import Records
package import Reports
package import Support

/// The views of a run: its figures and its report, drawn from the record and written beside it.
///
/// Each file is written by itself and in one step, so that a run whose drawing was stopped has some
/// of them whole and lacks the others; drawing again makes what is missing. A file that is what it
/// would be is left alone.
package struct RunViews: Sendable {
  package let recorded: RecordedRun
  /// What the registry says of the dataset of the run.
  package let dataset: DatasetEntry?
  /// What moved since the pin.
  package let moves: ReportMoves?
  package let figures: RunFigures

  /// Reads a run and draws its figures.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - source: The data at hand, for the curves of a run that does not keep them.
  ///   - dataset: What the registry says of its dataset.
  ///   - moves: What moved since the pin; `nil` where nothing was pinned.
  ///   - jobs: How many workers read tables and draw.
  /// - Throws: ``DamagedRun`` or ``FileError`` if the record cannot be read.
  package init(
    of run: StoredRun, _ source: some DatasetSource, dataset: DatasetEntry?, moves: ReportMoves?,
    jobs: Int = 1
  ) throws {
    recorded = try RecordedRun(run, jobs: jobs)
    self.dataset = dataset
    self.moves = moves
    figures = RunFigures(of: recorded, source, jobs: jobs)
  }

  /// The run as a report tells of it.
  package var subject: ReportSubject {
    ReportSubject(
      name: recorded.run.experiment, manifest: recorded.run.manifest, spec: recorded.resolved,
      origin: recorded.origin, dataset: dataset, tables: recorded.tables,
      expectations: recorded.expectations, answer: recorded.answer,
      figures: figures.all.map(\.report),
      curves: figures.curves, moves: moves, omissions: recorded.omissions + figures.notes)
  }

  /// Writes the figures into the folder of the run, and the report.
  ///
  /// - Parameters:
  ///   - hasReport: Whether the report is wanted too.
  ///   - cancellation: A request to stop, which is noticed between two files.
  /// - Returns: The paths of all that is there now, as the user can use them.
  /// - Throws: ``FileError``; what was written before stays.
  package func write(
    report hasReport: Bool, unless cancellation: Cancellation
  ) throws(FileError) -> [String] {
    let run = recorded.run.path
    for file in Files.abandoned(among: RunView.leftovers(in: run)) { try Files.remove(file) }
    var files = figures.all.map { figure in
      (RunView.figure(figure.report.name), recorded.origin.marking(svg: figure.svg))
    }
    if !files.isEmpty { try Files.makeFolder("\(run)/\(RunView.figures)") }
    if hasReport { files.append((RunView.report, RunReportPage(subject).bytes)) }
    var paths: [String] = []
    for (name, bytes) in files where !cancellation.isRequested {
      let path = "\(run)/\(name)"
      try Self.write(bytes, to: path)
      paths.append(path)
    }
    return paths
  }

  /// Writes a file unless it is there with the same bytes.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let size = try Files.size(of: path)
    if size == bytes.count, try Files.read(path, limit: nil) == bytes { return }
    try Files.replace(path, with: bytes)
  }
}
