import Console
import Machine
import Plans
import Records
import Runs
import Shelf
import Support

/// `upsilon verify`: whether runs are what they were when they were made.
enum VerifyCommand: Command {
  static let runs = Positionals<String>(
    "run", minimum: 1, "Runs: folders, prefixes of hashes, or names (the latest).")
  static let recompute = Flag(
    "recompute", "Compute the run anew and compare every number and the manifest.")
  static let fraction = Option<Double?>(
    "fraction", "F", "Compute this part of the units only, above 0 and up to 1.")
  static let seed = Option<Int>("seed", "N", default: 1, "Which units '--fraction' draws.")
  static let prove = Flag(
    "prove", "Fit anew, and prove of each fit that there is no better one.")
  static let from = Option<String>(
    "from", "DIR", default: ".", "Where paths of own data files start: the folder of the spec.")
  static let json = Flag("json", "Print a JSON list instead of text.")

  static let name = "verify"
  static let summary = "Check that runs and their data are what they were."
  static let details = [
    "Every file is compared with SHA256SUMS and the manifest, every column with its digest, its "
      + "unit and its description, the counts of the manifest with its spec and its tables, the "
      + "identity with what it is the hash of, and the data at hand with those that the run was "
      + "made from. Speeds of components are computed again, those that the folder of runs "
      + "remembers too.",
    "'same to the bit': every number computed anew is the one kept. 'same within 1e-9': some "
      + "differ, by at most 1e-9 of their size (or of a millionth of the largest number of their "
      + "column). The manifest is made anew as well and compared whole: 'sound, in other words' "
      + "says that nothing but sentences differs (notes, descriptions, a citation).",
    "'--prove' counts the fits of which it is proven that no other place within their bounds is "
      + "better by more than 1e-9 of the drop of chi-squared. Laws without a proof count as not "
      + "proven. It is no part of the verdict.",
    "Exit status 1: something is damaged or different; everything that is gets named.",
  ]
  static let parameters: [any Parameter] = [
    runs, recompute, fraction, seed, prove, RunCommand.jobs, from, Workspace.data, Workspace.runs,
    json,
  ]
  static let examples = [
    "verify quickstart", "verify quickstart --recompute",
    "verify 7dd8ee --recompute --fraction 0.05 --seed 7 --json",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let workspace = try Workspace(arguments)
    let share = try share(arguments)
    let invocation = arguments.invocation
    let folders = try arguments[runs].map { try workspace.store.folder(meant: $0) }
    let cancellation = Cancellation()
    let watch = Interruption.watch(cancellation)
    defer { withExtendedLifetime(watch) {} }
    var (status, values) = (Console.ExitStatus.done, [JSONValue]())
    for folder in folders {
      let verification = try RunVerification(
        folder, data: workspace.shelf, relativeTo: arguments[from])
      var view = VerificationView(verification: verification, invocation: invocation)
      do {
        view.recomputation = try share.map {
          try recomputed(verification, $0, workspace, arguments, cancellation, terminal)
        }
        if arguments[prove] {
          view.proofs = try proofs(verification, workspace, arguments, cancellation, terminal)
        }
      } catch let rejected as InputRejected {
        view.obstacle = rejected.diagnostics
      }
      if arguments[json] {
        values.append(view.json)
      } else {
        terminal.out(view.lines.joined(separator: "\n"))
      }
      for diagnostic in view.obstacle { terminal.err(invocation.text(diagnostic)) }
      status = view.status.rawValue > status.rawValue ? view.status : status
    }
    if arguments[json] { terminal.json(JSONValue.array(values)) }
    return status
  }

  /// How much is to be computed; `nil` for nothing.
  private static func share(_ arguments: Arguments) throws -> RecomputedShare? {
    guard arguments[recompute] else {
      for option in [fraction.name, seed.name] where isGiven(option, arguments) {
        throw InputRejected("'--\(option)' says how to recompute", help: "add '--recompute'")
      }
      return nil
    }
    guard let fraction = arguments[fraction] else {
      if arguments.isGiven(seed) {
        throw InputRejected("'--seed' draws a part of the units", help: "add '--fraction'")
      }
      return .all
    }
    guard fraction > 0, fraction <= 1 else {
      throw InputRejected(
        "the fraction \(JSONValue.spelling(of: fraction)) is not above 0 and up to 1",
        help: "'--fraction 0.05' computes a twentieth of the units")
    }
    return .fraction(fraction, seed: arguments[seed])
  }

  private static func isGiven(_ option: String, _ arguments: Arguments) -> Bool {
    option == fraction.name ? arguments.isGiven(fraction) : arguments.isGiven(seed)
  }

  private static func proofs(
    _ verification: RunVerification, _ workspace: Workspace, _ arguments: Arguments,
    _ cancellation: Cancellation, _ terminal: Terminal
  ) throws -> FitProofs {
    let (run, plan) = try verification.plan(data: workspace.shelf, relativeTo: arguments[from])
    let progress = ProgressLine(
      run.experiment, total: plan.unitCount, on: terminal, clock: monotonicSeconds)
    defer { progress.finish() }
    return try ProofCheck.proofs(
      of: plan, jobs: arguments[RunCommand.jobs]?.value ?? Host.processors,
      cancellation: cancellation
    ) {
      progress.update(done: $0)
    }
  }

  private static func recomputed(
    _ verification: RunVerification, _ share: RecomputedShare, _ workspace: Workspace,
    _ arguments: Arguments, _ cancellation: Cancellation, _ terminal: Terminal
  ) throws -> Recomputation {
    let (run, plan) = try verification.plan(data: workspace.shelf, relativeTo: arguments[from])
    let jobs =
      arguments[RunCommand.jobs]?.value ?? Host.processors
    let progress = ProgressLine(
      run.experiment, total: plan.unitCount, on: terminal, clock: monotonicSeconds)
    defer { progress.finish() }
    return try Recomputation(of: run, plan, share, jobs: jobs, cancellation: cancellation) {
      progress.update(done: $0)
    }
  }
}
