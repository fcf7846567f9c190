package import Console
import Machine
import Runs
import Shelf
import Support

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program.
@main
package enum Upsilon {
  /// Every verb, for the program and for the tests of its help.
  package static let catalogue = CommandCatalogue(
    program: "upsilon", version: ProgramVersion.text,
    summary: "Run declarative experiments on galaxy rotation curves.",
    groups: [
      .init(
        "Experiments",
        [
          InitCommand.self, CheckCommand.self, PlanCommand.self, RunCommand.self,
          MergeCommand.self, PinCommand.self,
        ]),
      .init(
        "Runs",
        [
          ListCommand.self, ShowCommand.self, DiffCommand.self, VerifyCommand.self, WhyCommand.self,
          PlotCommand.self, ReportCommand.self, CleanCommand.self, ExportCommand.self,
          BundleCommand.self,
        ]),
      .init(
        "Data",
        [
          DataListCommand.self, DataFetchCommand.self, DataImportCommand.self,
          DataVerifyCommand.self, DataShowCommand.self, DataConvertCommand.self,
        ]
      ),
      .init(
        "Reference",
        [
          ModelsCommand.self, ColumnsCommand.self, SchemaCommand.self, ManualCommand.self,
          CompletionsCommand.self,
        ]),
    ],
    topics: ReferencePages.topics,
    notes: [
      "Exit status: 0 done; 1 done, but an expectation was missed, more units were refused than "
        + "the spec allows, a diff is not empty, or a check found something wrong; 2 the input is "
        + "wrong and nothing was written; 3 the machine failed.",
      "Folders: --data or UPSILON_DATA names the data, --runs or UPSILON_RUNS the runs; 'data' and "
        + "'runs' here are the defaults.",
    ],
    facts: { ProgramVersion.facts })

  /// The options that say where things are and what a spec was changed to, which commands in advice
  /// repeat.
  private static let carried = ["--set", "--from", "--specs", "--data", "--runs"]

  static func main() {
    StandardDescriptors.open()
    Signals.turnIntoErrors()
    Host.keepMemory()
    let terminal = Terminal.standard(environment: Host.environment)
    var status = run(terminal)
    terminal.flush()
    if let failure = terminal.outputFailure, failure != .closed {
      terminal.err("error: cannot write the output: \(failure)")
      status = .broken
    }
    exit(status.rawValue)
  }

  /// Runs the command line that the program was started with.
  private static func run(_ terminal: Terminal) -> Console.ExitStatus {
    do throws(CommandLineWords.Failure) {
      return run(try CommandLineWords.read(variables: "UPSILON_"), terminal)
    } catch {
      switch error {
      case .unknown:
        terminal.err(
          "error: the command line cannot be read\nhelp: Linux tells it by way of '/proc'")
        return .broken
      case .notText(let words):
        let lines = words.map { "error: '\($0)' is not UTF-8" }
        let help = "help: rename the file, or give it by way of a link"
        terminal.err((lines + [help]).joined(separator: "\n"))
        return .rejected
      }
    }
  }

  /// Runs one command line.
  ///
  /// Every error of the program becomes text and a status here, and only here.
  static func run(_ words: [String], _ terminal: Terminal) -> Console.ExitStatus {
    var command: (any Command.Type)?
    var invocation = Invocation(of: catalogue)
    do {
      switch try catalogue.request(words) {
      case .page(let page):
        terminal.out(page)
        return .done
      case .facts(let facts):
        terminal.json(facts)
        return .done
      case .command(let found, let rest):
        command = found
        var arguments = try Arguments(rest, of: found.name, for: found.parameters)
        invocation = invocation.carrying(carried, of: arguments)
        arguments.invocation = invocation
        return try catalogue.run(found, arguments, terminal)
      }
    } catch let error as UsageError {
      terminal.err(catalogue.text(of: error, in: command))
      return .rejected
    } catch let error as InputRejected {
      terminal.err(error.diagnostics.map(invocation.text).joined(separator: "\n\n"))
      return .rejected
    } catch let error as FileError where error.isRefusal {
      terminal.err("error: \(error)")
      if let help = error.help { terminal.err("help: \(help)") }
      return .rejected
    } catch let error as DamagedRun {
      terminal.err("error: \(error)\nhelp: \(invocation.text(error.help))")
      return .unmet
    } catch let error as FetchFailed where error != .cancelled {
      terminal.err("error: \(error)")
      if let help = error.help { terminal.err("help: \(invocation.text(help))") }
      return .broken
    } catch FetchFailed.cancelled {
      terminal.err("the download was stopped; nothing is left of it")
      terminal.flush()
      Interruption.endProcess()
    } catch is RecomputationStopped {
      terminal.err("the recomputation was stopped; nothing can be said of the run")
      terminal.flush()
      Interruption.endProcess()
    } catch let error as Interrupted {
      terminal.err(InterruptionText.text(error))
      terminal.flush()
      Interruption.endProcess()
    } catch {
      terminal.err("error: \(error)")
      return .broken
    }
  }
}
