import Console
import TestKit
import Testing

@Suite("A line that is being typed", .limited)
struct UnfinishedLineTests {
  static let sources: [String: CompletionSource] = [
    "<spec>": CompletionSource(files: .ending(".json")),
    "<table>": CompletionSource { context in
      Completion(context.words(of: "<spec>").map { .init("\($0)-table", "of the spec") })
    },
    "<dataset>": CompletionSource { _ in throw UsageError.missing("data") },
    "A,B": CompletionSource(words: { ["one", "other", "two"].map { .init($0) } }),
  ]

  private func completion(_ words: [String]) -> Completion {
    UnfinishedLine(words, of: sampleCatalogue, Self.sources).completion
  }

  private func words(_ line: String) -> [String] {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return completion(words).words.map(\.text)
  }

  @Test(arguments: [
    ("", ["plan", "data", "help", "--help", "--version"]), ("pl", ["plan"]), ("--v", ["--version"]),
    ("zebra", []), ("data ", ["list", "fetch"]), ("data f", ["fetch"]), ("zebra x", []),
    ("help ", ["plan", "data"]), ("help data l", ["list"]), ("help p", ["plan"]),
    (
      "plan -",
      ["--limit", "--jobs", "--within", "--format", "--set", "--ids", "--help"]
    ),
    ("plan --l", ["--limit"]), ("plan --limit 3 --l", []), ("plan --set a=1 --s", ["--set"]),
    ("plan --format ", ["ecsv", "csv", "latex"]), ("plan --format c", ["csv"]),
    ("plan --format=l", ["--format=latex"]), ("plan --zebra=l", []), ("plan --limit ", []),
    ("plan x.json ", ["x.json-table"]), ("plan --ids x.json --limit 3 ", ["x.json-table"]),
    ("plan --limit=3 x.json a ", ["x.json-table"]), ("plan -- -x ", ["-x-table"]),
    ("plan -- --l", []), ("data list ", []), ("data fetch ", []),
  ])
  func goesOn(line: String, with words: [String]) {
    #expect(self.words(line) == words)
  }

  @Test func leavesFilesToTheShell() {
    #expect(completion(["plan", "ex"]) == Completion(files: .ending(".json")))
    #expect(completion(["plan", "ex"]).lines == "\tfiles .json\n")
    #expect(Completion([], files: .folders).lines == "\tfolders\n")
    #expect(Completion([], files: .any).lines == "\tfiles\n")
  }

  @Test func saysWhatWordsMean() {
    #expect(
      completion(["data", ""]).lines == """
        list\tList the datasets and say which are here.
        fetch\tDownload the files of a dataset and check their hashes.

        """)
    #expect(Completion([.init("a\tb", "c\nd")]).lines.filter { $0 == "\t" || $0 == "\n" } == "\t\n")
  }

  @Test(arguments: [
    ("o", ["one", "other"]), ("one,o", ["one,other"]), ("one,", ["one,other", "one,two"]),
    ("x,tw", ["x,two"]),
  ])
  func goesOnWithTheLastOfAList(typed: String, words: [String]) {
    let catalogue = CommandCatalogue(
      program: "u", version: "1", summary: "", groups: [.init("all", [ListingCommand.self])])
    let line = UnfinishedLine(["x", "-n", typed], of: catalogue, Self.sources)
    #expect(line.completion.words.map(\.text) == words)
  }

  /// A command whose option has a letter and takes a list.
  private enum ListingCommand: Command {
    static let name = "x"
    static let summary = "Do x."
    static let parameters: [any Parameter] = [
      Option<String?>("names", "A,B", "Which ones.").short("n")
    ]

    static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
      .done
    }
  }

  @Test(arguments: CompletionShell.allCases)
  func hasAScriptForEachShell(shell: CompletionShell) {
    let script = shell.script(for: "upsilon")
    #expect(script.contains("completions \(shell.rawValue) --"))
    #expect(!script.contains("PROGRAM"))
    #expect(script.hasSuffix("\n"))
  }
}
