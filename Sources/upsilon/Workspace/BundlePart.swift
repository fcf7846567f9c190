import Exports
import Machine
import Records
import Reports
import Runs
import Shelf
import Specs
import Support
import Tables

/// One run of a bundle: its record, its views, its data and its tables in the formats of papers.
struct BundlePart {
  let bundled: BundledRun
  private(set) var files: [ArchivedFile]
  let data: BundleData
  /// What is not enclosed, in sentences.
  private(set) var omissions: [String]
  /// What else is to be known of the run before it is handed on, in sentences.
  let warnings: [String]

  /// The formats of papers.
  private static let formats: [any FileFormat.Type] = ["mrt", "latex"].compactMap {
    guard case .file(let format) = ExportFormats.format(named: $0)?.form else { return nil }
    return format
  }

  /// Reads a run and draws its views.
  ///
  /// - Parameters:
  ///   - run: The run, which is sound.
  ///   - workspace: Where the data are.
  ///   - wishes: What is asked for.
  /// - Throws: `InputRejected` if data are asked for that are not at hand, `FileError` if a file
  ///   cannot be read or a picture not be made.
  init(_ run: StoredRun, _ workspace: Workspace, _ wishes: BundleWishes) throws {
    let recorded = try RecordedRun(run)
    let name = "\(run.experiment)-\(run.manifest.identity.short)"
    let folder = "runs/\(name)"
    data = try BundleData(
      of: recorded, in: folder, workspace.shelf, own: wishes.takesOwnData, from: wishes.origin)
    guard data.mistakes.isEmpty else { throw InputRejected(data.mistakes) }
    let entry = workspace.shelf.registry[run.manifest.dataset.name]
    // The curves of a report are data as well.
    let views =
      data.isWhole
      ? try RunViews(of: run, workspace.shelf, dataset: entry, moves: nil)
      : try RunViews(of: run, AbsentData(), dataset: entry, moves: nil)
    guard let journal = run.journal, let span = journal.span else {
      throw InputRejected(
        "the journal of run '\(run.name)' does not tell when it was made",
        help: "\(command: "verify", run.name) says what is left of it")
    }
    let program = BundleProgram(
      version: journal.version, build: journal.build,
      sha256: journal.build == wishes.program.build ? wishes.program.sha256 : nil)
    bundled = BundledRun(
      views.subject, authors: recorded.spec.asList.flatMap(\.authors), started: span.start,
      ended: span.end, program: program, inputs: data.inputs)
    files = try Self.record(of: run, in: folder) + data.files
    omissions = data.omissions
    warnings = Self.warnings(of: recorded)
    try add(views, in: folder, wishes)
    try add(recorded.tables, of: run, in: "exports/\(name)", wishes)
  }

  /// What a record tells that cannot be changed, or that this program cannot make again.
  private static func warnings(of recorded: RecordedRun) -> [String] {
    let run = recorded.run
    var warnings: [String] = []
    if let path = recorded.resolved["dataset"]?["path"]?.string, path.hasPrefix("/") {
      warnings.append(
        "spec.json of run '\(run.name)' tells where on this machine the data are, '\(path)': "
          + "a spec that names them relative to itself tells nothing")
    }
    if run.manifest.engine != Engine.number {
      warnings.append(
        "run '\(run.name)' is of engine \(run.manifest.engine), and this program of engine "
          + "\(Engine.number): reproduce.sh needs a program of that time")
    }
    return warnings
  }

  /// The files of the record, byte for byte.
  private static func record(
    of run: StoredRun, in folder: String
  ) throws(FileError) -> [ArchivedFile] {
    let sums = RunChecksums(try Files.read("\(run.path)/\(RunChecksums.fileName)", limit: nil))
    var files: [ArchivedFile] = []
    for path in sums.lines.map(\.path) + [RunChecksums.fileName] {
      files.append(try ArchivedFile("\(folder)/\(path)", copying: "\(run.path)/\(path)"))
    }
    return files
  }

  /// Adds the page of the run and its figures.
  private mutating func add(
    _ views: RunViews, in folder: String, _ wishes: BundleWishes
  ) throws(FileError) {
    files.append(
      ArchivedFile("\(folder)/\(RunView.report)", RunReportPage(views.subject).bytes))
    for figure in views.figures.all {
      let path = "\(folder)/\(RunView.figure(figure.report.name))"
      let picture = views.recorded.origin.marking(svg: figure.svg)
      files.append(ArchivedFile(path, picture))
      guard wishes.hasPictures else { continue }
      let page = try PictureConverter.converted(
        picture, as: .pdf, for: wishes.output, environment: Host.environment)
      files.append(ArchivedFile("\(path.dropLast("svg".count))pdf", page))
    }
    if !wishes.hasPictures, !views.figures.all.isEmpty {
      omissions.append(
        "the figures of run '\(views.recorded.run.name)' as PDF, which rsvg-convert makes, and it "
          + "is not installed")
    }
    omissions += views.figures.notes.map { "run '\(views.recorded.run.name)': \($0)" }
  }

  /// Adds the tables in the formats of papers.
  private mutating func add(
    _ tables: TableSet, of run: StoredRun, in folder: String, _ wishes: BundleWishes
  ) throws {
    let options = ExportOptions(
      source: run.source, digits: nil, style: wishes.style)
    for table in run.manifest.tables.compactMap({ tables[$0.name] }).map(ExportedTable.init) {
      for format in Self.formats {
        let path = "\(folder)/\(table.name).\(format.suffix)"
        if let mistake = try format.mistakes(in: [table]).first {
          omissions.append("'\(path)', which \(format.name) cannot hold: \(mistake)")
          continue
        }
        var bytes: [UInt8] = []
        try format.write([table], options) { bytes += $0 }
        files.append(ArchivedFile(path, bytes))
      }
    }
  }
}
