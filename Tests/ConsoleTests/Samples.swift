import Console

/// A command with a parameter of every form.
enum SampleCommand: Command {
  enum Format: String, CaseIterable, ArgumentValue {
    case ecsv
    case csv
    case latex
  }

  static let spec = Positional<String>("spec", "The experiment file.")
  static let tables = Positionals<String>("table", minimum: 0, "The tables to show, or all.")
  static let limit = Option<Int>("limit", "N", default: 10, "Show at most N units.")
  static let jobs = Option<PositiveInteger?>("jobs", "N", "Work on N units at once.")
  static let within = Option<Double?>("within", "X", "Ignore differences up to X.")
  static let format = Option<Format>(
    "format", "FORMAT", default: .ecsv, "Write the tables in this format.")
  static let settings = Options<String>(
    "set", "KEY=VALUE",
    "Change one key of the spec, as if it were written there; may be given any number of times.")
  static let ids = Flag("ids", "Show the full fingerprint of each unit.")

  static let name = "plan"
  static let summary = "Show the units an experiment consists of."
  static let details = [
    """
    Planning reads the spec and everything that it names, and hashes the data. Nothing is \
    computed, and nothing is written.
    """,
    "    grid.upsilon_disk=[0.5]\n    grid.upsilon_bulge=[0.7]",
  ]
  static let parameters: [any Parameter] = [
    limit, spec, tables, jobs, within, format, settings, ids,
  ]
  static let examples = [
    "plan experiments/scan.json",
    "plan experiments/scan.json --limit 3 --set 'grid.upsilon_disk=[0.5, 0.7]'",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> ExitStatus {
    terminal.out("\(arguments[spec]) \(arguments[limit])")
    return .done
  }
}

/// A command whose name has two words.
enum DataFetchCommand: Command {
  static let dataset = Positional<String?>("dataset", "The name in the registry, or all.")

  static let name = "data fetch"
  static let summary = "Download the files of a dataset and check their hashes."
  static let parameters: [any Parameter] = [dataset]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> ExitStatus { .done }
}

/// A second command of the same family.
enum DataListCommand: Command {
  static let name = "data list"
  static let summary = "List the datasets and say which are here."

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> ExitStatus { .done }
}

/// A command with the first word of a family as its name.
enum DataCommand: Command {
  static let name = "data"
  static let summary = "Show the data."

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> ExitStatus { .done }
}

/// A command with an option that is too long for its column.
enum WordyCommand: Command {
  static let name = "x"
  static let summary = "Do x."
  static let parameters: [any Parameter] = [
    Option<String?>("a-rather-long-name", "AND-ITS-VALUE", "Mean something."),
    Flag("z", "Be short."),
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> ExitStatus { .done }
}

/// A program of three commands.
let sampleCatalogue = CommandCatalogue(
  program: "upsilon", version: "1.2.3",
  summary: "Upsilon runs declarative experiments on galaxy rotation curves.",
  groups: [
    .init("experiments", [SampleCommand.self]),
    .init("data", [DataListCommand.self, DataFetchCommand.self]),
  ],
  notes: ["UPSILON_DATA names the folder with the data, UPSILON_RUNS the one with the runs."])
