import Console
import Machine
import Records
import Reports
import Runs
import Shelf
import Support

/// `upsilon bundle`: runs with all that a colleague, a referee or an archive needs of them.
enum BundleCommand: Command {
  static let runs = Positionals<String>(
    "run", minimum: 1, "Runs: folders, prefixes of hashes, or names (the latest).")
  static let output = Option<String?>("o", "PATH", "The archive, which is not there yet: NAME.zip.")
  static let withData = Flag("with-data", "Take your own data files along.")
  static let from = Option<String>(
    "from", "DIR", default: ".", "Where paths of own data files start: the folder of the spec.")
  static let json = Flag("json", "Print JSON instead of text.")

  static let name = "bundle"
  static let summary = "Pack runs with all that others need to read, cite and reproduce them."
  static let details = [
    "The archive has each run as it was made, its page, its figures (as SVG, and as PDF where "
      + "rsvg-convert is there), its tables as MRT and LaTeX, the data that may travel, "
      + "'references.bib', a description for programs (RO-Crate, profile Process Run Crate 0.5), "
      + "SHA256SUMS, and 'reproduce.sh', which computes all anew and compares.",
    "Data of a registered dataset travel if its licence is one that lets copies travel, your own "
      + "only with '--with-data'. What stays is named by its SHA-256, with how to get it; then "
      + "the page shows no curves that the run does not keep.",
    "Where every spec names its 'authors', CITATION.cff and .zenodo.json are made for them.",
    "The same runs give the same bytes, the PDF aside, as those are another program's.",
  ]
  static let parameters: [any Parameter] = [
    runs, output, withData, from, ExportCommand.style, Workspace.data, Workspace.runs, json,
  ]
  static let examples = [
    "bundle quickstart -o quickstart.zip",
    "bundle session441-standard session441-optimal -o sessions.zip",
    "bundle mine --with-data -o mine.zip",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let workspace = try Workspace(arguments)
    let (path, runs) = try wanted(arguments, workspace)
    let program = BundleProgram(
      version: ProgramVersion.text,
      build: try BuildNote.ofThisProgram().flatMap { Build($0)?.digits },
      sha256: try ProgramFile.fingerprint().description)
    let wishes = BundleWishes(
      output: path, takesOwnData: arguments[withData], origin: arguments[from],
      style: arguments[ExportCommand.style],
      hasPictures: PictureConverter.isAtHand(environment: Host.environment), program: program)
    let bundle = Bundle(try parts(runs, workspace, wishes), by: program)
    let size = try bundle.write(to: path)
    let earlier = try runs.map { try Self.earlier($0) }
    for omission in bundle.omissions { terminal.err("note: not enclosed: \(omission)") }
    for warning in bundle.warnings { terminal.err("warning: \(warning)") }
    if arguments[json] {
      terminal.json([
        "path": .string(path), "bytes": .number(Double(size)),
        "files": .array(bundle.files.map { .string($0.path) }),
        "runs": .array(
          zip(runs, earlier).map {
            ["run": .string($0.name), "earlier": .number(Double($1))]
          }),
        "omissions": .array(bundle.omissions.map { .string($0) }),
        "warnings": .array(bundle.warnings.map { .string($0) }),
      ])
      return .done
    }
    terminal.out(
      "\(path): \(bundle.files.count.counted("file", "files")), "
        + "\(size.counted("byte", "bytes"))")
    for (run, count) in zip(runs, earlier) {
      let before = count == 0 ? "no run" : count.counted("run", "runs")
      terminal.out("  \(run.name): \(before) of this name came before")
    }
    return .done
  }

  /// The parts of a bundle, or what is wrong with all of them.
  private static func parts(
    _ runs: [StoredRun], _ workspace: Workspace, _ wishes: BundleWishes
  ) throws -> [BundlePart] {
    var (parts, mistakes) = ([BundlePart](), [Diagnostic]())
    for run in runs {
      do {
        parts.append(try BundlePart(run, workspace, wishes))
      } catch let rejected as InputRejected {
        mistakes += rejected.diagnostics
      }
    }
    guard mistakes.isEmpty else { throw InputRejected(mistakes) }
    return parts
  }

  /// Where the bundle goes, and its runs, which are what they were when they were made.
  private static func wanted(
    _ arguments: Arguments, _ workspace: Workspace
  ) throws -> (path: String, runs: [StoredRun]) {
    var (mistakes, runs) = ([Diagnostic](), [StoredRun]())
    for word in arguments[Self.runs] {
      do {
        let run = try workspace.store.run(meant: word)
        mistakes += try self.mistakes(in: run, workspace)
        if runs.contains(where: { $0.manifest.identity == run.manifest.identity }) {
          mistakes.append(
            Diagnostic(
              .error, "'\(word)' is run '\(run.name)', which is named already", at: nil,
              help: "name it once"))
        }
        runs.append(run)
      } catch let rejected as InputRejected {
        mistakes += rejected.diagnostics
      }
    }
    mistakes += self.mistakes(ofPath: arguments[output])
    guard mistakes.isEmpty, let path = arguments[output] else { throw InputRejected(mistakes) }
    return (path, runs)
  }

  /// What is wrong with the record of a run.
  private static func mistakes(
    in run: StoredRun, _ workspace: Workspace
  ) throws -> [Diagnostic] {
    guard let folder = RunFolder(at: run.path) else { return [] }
    let verification = try RunVerification(
      folder, data: AbsentData(), relativeTo: run.path)
    let record = verification.recordFaults
    guard !record.isEmpty else { return [] }
    let faults = record.map { "'\($0.file)' \($0.message)" }.joined(separator: "; ")
    return [
      Diagnostic(
        .error, "run '\(run.name)' is damaged: \(faults)", at: nil,
        help: """
          \(command: "verify", run.name) says all of it; move the folder away and run its spec again
          """
      )
    ]
  }

  /// What is wrong with the path of a bundle.
  private static func mistakes(ofPath path: String?) -> [Diagnostic] {
    guard let path else {
      return [
        Diagnostic(
          .error, "there is nothing to write to", at: nil, help: "name a file: -o runs.zip")
      ]
    }
    guard path.hasSuffix(".zip"), !path.hasSuffix("/.zip"), path != ".zip" else {
      return [
        Diagnostic(
          .error, "'\(path)' is no name of an archive", at: nil, help: "end it in .zip")
      ]
    }
    let folder = Files.parent(of: path)
    if !Files.isFolder(folder) {
      return [Diagnostic(.error, "there is no folder '\(folder)' for '\(path)'", at: nil)]
    }
    return Files.kind(of: path) == nil ? [] : [Bundle.isThere(path)]
  }

  /// How many runs of the same name in the same folder were made before a run.
  private static func earlier(_ run: StoredRun) throws -> Int {
    let now = Moment.now
    let all = try RunStore(Files.parent(of: run.path)).runs().filter {
      $0.experiment == run.experiment
    }
    guard let own = all.first(where: { $0.name == run.name }) else { return all.count }
    return all.count { $0.isOlder(than: own, at: now) }
  }
}
