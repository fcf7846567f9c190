import Console
import TestKit
import Testing

@Suite("A help page", .limited)
struct HelpPageTests {
  @Test func explainsACommand() {
    #expect(
      HelpPage(of: SampleCommand.self, program: "upsilon").text == """
        usage: upsilon plan <spec> [<table>...] [--limit N] [--jobs N] [--within X]
                   [--format FORMAT] [--set KEY=VALUE]... [--ids]

        Show the units an experiment consists of.

        Planning reads the spec and everything that it names, and hashes the data.
        Nothing is computed, and nothing is written.

            grid.upsilon_disk=[0.5]
            grid.upsilon_bulge=[0.7]

        arguments:
          <spec>      The experiment file.
          <table>...  The tables to show, or all.

        options:
          --limit N        Show at most N units. (default: 10)
          --jobs N         Work on N units at once.
          --within X       Ignore differences up to X.
          --format FORMAT  Write the tables in this format. (one of: ecsv, csv, latex;
                           default: ecsv)
          --set KEY=VALUE  Change one key of the spec, as if it were written there; may
                           be given any number of times.
          --ids            Show the full fingerprint of each unit.
          -h, --help       Show this help.

        examples:
          upsilon plan experiments/scan.json
          upsilon plan experiments/scan.json --limit 3 --set 'grid.upsilon_disk=[0.5, 0.7]'
        """)
  }

  @Test func explainsACommandOfTwoWords() {
    #expect(
      HelpPage(of: DataFetchCommand.self, program: "upsilon").text == """
        usage: upsilon data fetch [<dataset>]

        Download the files of a dataset and check their hashes.

        arguments:
          <dataset>  The name in the registry, or all.

        options:
          -h, --help  Show this help.
        """)
  }

  @Test func listsTheCommands() {
    #expect(
      HelpPage(overview: sampleCatalogue).text == """
        Upsilon runs declarative experiments on galaxy rotation curves.

        usage: upsilon <command> [<argument>...] [--<option>...]

        experiments:
          plan        Show the units an experiment consists of.

        data:
          data list   List the datasets and say which are here.
          data fetch  Download the files of a dataset and check their hashes.

        UPSILON_DATA names the folder with the data, UPSILON_RUNS the one with the runs.

        See 'upsilon help <command>' for one command.
        """)
  }

  @Test func listsTheCommandsOfAFamily() throws {
    guard case .page(let text) = try sampleCatalogue.request(["help", "data"]) else {
      return #expect(Bool(false), "help is a page")
    }
    #expect(
      text == """
        usage: upsilon data <command> [<argument>...] [--<option>...]

        commands:
          data list   List the datasets and say which are here.
          data fetch  Download the files of a dataset and check their hashes.

        See 'upsilon help data <command>' for one command.
        """)
  }

  @Test func givesALongTermALineToItself() {
    #expect(
      HelpPage(of: WordyCommand.self, program: "u").text == """
        usage: u x [--a-rather-long-name AND-ITS-VALUE] [-z]

        Do x.

        options:
          --a-rather-long-name AND-ITS-VALUE
                      Mean something.
          -z          Be short.
          -h, --help  Show this help.
        """)
  }
}
