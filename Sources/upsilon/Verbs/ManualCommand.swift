import Console

/// `upsilon manual`: the manual page, in the language of `man`.
enum ManualCommand: Command, CatalogueReading {
  static let name = "manual"
  static let summary = "Print the manual page, for 'man' to show."
  static let details = [
    "One page with every verb, its options and examples, made from what they declare. "
      + "'upsilon manual | man -l -' shows it; as 'share/man/man1/upsilon.1' beside the folder of "
      + "the program, 'man upsilon' finds it."
  ]
  static let examples = ["manual"]

  static func run(
    _ arguments: Arguments, of catalogue: CommandCatalogue, _ terminal: Terminal
  ) throws -> Console.ExitStatus {
    let page = ManualPage(of: catalogue, description: description, sections)
    terminal.file(Array(page.text.utf8))
    return .done
  }

  private static let description = [
    "A spec is one JSON file that says what is to be computed: galaxies, laws, a grid of "
      + "mass-to-light ratios, steps over the tables, expected values. 'upsilon run' computes it "
      + "and leaves a folder, the run, whose name ends in the start of its identity: the hash of "
      + "everything that determines the results, and of nothing else.",
    "Results go to standard output, everything else to standard error. Nothing is downloaded but "
      + "by 'upsilon data fetch'.",
  ]

  private static let sections: [ManualPage.Section] = [
    .init(
      "Options of the program",
      [
        ("-h, --help", "List the commands; behind a command, explain it."),
        ("-V, --version", "Tell the version; with --json, engine, methods and build too."),
      ]),
    .init(
      "Environment",
      [
        ("UPSILON_DATA", "The data folder, where --data names none; 'data' without both."),
        ("UPSILON_RUNS", "The folder of runs, where --runs names none; 'runs' without both."),
        ("NO_COLOR", "Where it is not empty, nothing is coloured."),
        ("TERM", "Where it is 'dumb', nothing is coloured and no line is drawn anew."),
      ]),
    .init(
      "Files",
      [
        ("runs/NAME-HASH/", "A run: spec.json, manifest.json, journal.json, tables, SHA256SUMS."),
        ("SPEC.lock", "Beside a spec: the results that 'upsilon pin' wrote down."),
        ("data/registry.json", "Datasets that are added to those that the program knows."),
      ]),
    .init(
      "Exit status",
      [
        ("0", "Everything asked for was done."),
        (
          "1",
          "The work is done, but an expectation was missed, more units were refused than the spec "
            + "allows, a diff is not empty, or a check found something wrong."
        ),
        ("2", "The input is wrong, and nothing was written."),
        ("3", "The machine failed."),
      ]),
  ]
}
