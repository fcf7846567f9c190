import Console
import Support
import TestKit
import Testing

@Suite("The command catalogue", .limited)
struct CommandCatalogueTests {
  private func request(_ line: String) throws(UsageError) -> CommandCatalogue.Request {
    try sampleCatalogue.request(line.shellWords)
  }

  /// The page that a line asks for, or nil if it asks for a command.
  private func page(_ line: String) throws -> String? {
    guard case .page(let text) = try request(line) else { return nil }
    return text
  }

  /// The name of the command that a line asks for, and the words after it.
  private func call(_ line: String) throws -> [String] {
    guard case .command(let command, let words) = try request(line) else { return [] }
    return [command.name] + words
  }

  @Test func findsCommandsOfOneWord() throws {
    #expect(try call("plan x.json --ids") == ["plan", "x.json", "--ids"])
  }

  @Test func findsCommandsOfTwoWords() throws {
    #expect(try call("data fetch sparc") == ["data fetch", "sparc"])
    #expect(try call("data list") == ["data list"])
  }

  @Test func prefersTheLongestName() throws {
    let catalogue = CommandCatalogue(
      program: "u", version: "1", summary: "",
      groups: [.init("all", [DataCommand.self, DataListCommand.self])])
    guard case .command(let long, _) = try catalogue.request(["data", "list"]),
      case .command(let short, let words) = try catalogue.request(["data", "lost"])
    else { return #expect(Bool(false), "both lines ask for a command") }
    #expect(long.name == "data list")
    #expect(short.name == "data")
    #expect(words == ["lost"])
  }

  /// A page of the reference comes before the command of its name, whose own page is a step away.
  @Test func showsATopic() throws {
    let catalogue = CommandCatalogue(
      program: "u", version: "1", summary: "", groups: [.init("all", [DataCommand.self])],
      topics: [.init("data", "What data are") { "Data are data." }])
    guard case .page(let topic) = try catalogue.request(["help", "data"]),
      case .page(let own) = try catalogue.request(["data", "--help"]),
      case .page(let overview) = try catalogue.request([])
    else { return #expect(Bool(false), "help is a page") }
    #expect(topic == "Data are data.")
    #expect(own.hasPrefix("usage: u data"))
    #expect(overview.contains("Topics:\n  data  What data are\n"))
    #expect(overview.hasSuffix("See 'u help <command>' or 'help <topic>'."))
  }

  @Test func tellsItsVersion() throws {
    #expect(try page("--version") == "upsilon 1.2.3")
    #expect(try page("-V") == "upsilon 1.2.3")
  }

  @Test(arguments: ["--version --json", "-V --json"])
  func tellsItsVersionToPrograms(line: String) throws {
    guard case .facts(let facts) = try request(line) else {
      return #expect(Bool(false), "the line asks for facts")
    }
    #expect(facts == ["program": "upsilon", "version": "1.2.3"])
    #expect(throws: UsageError.unexpected("x")) { try request("\(line) x") }
  }

  @Test(arguments: ["", "help", "help help", "--help", "-h", "help --help", "--help plan"])
  func showsTheOverview(_ line: String) throws {
    #expect(try page(line) == HelpPage(overview: sampleCatalogue).text)
  }

  @Test(arguments: ["help plan", "plan --help", "plan x -h", "plan --zebra --help", "help plan -h"])
  func showsThePageOfACommand(_ line: String) throws {
    #expect(try page(line) == HelpPage(of: SampleCommand.self, program: "upsilon").text)
  }

  @Test(arguments: ["help data", "data --help", "data -h"])
  func showsThePageOfAFamily(_ line: String) throws {
    #expect(try page(line)?.hasPrefix("usage: upsilon data <command>") == true)
  }

  @Test func leavesWordsAfterTwoDashesAlone() throws {
    #expect(try call("plan -- --help") == ["plan", "--", "--help"])
  }

  static let wrongLines = [
    ["paln x", "unknown command 'paln'; did you mean 'plan'?"],
    ["help paln", "unknown command 'paln'; did you mean 'plan'?"],
    ["paln --help", "unknown command 'paln'; did you mean 'plan'?"],
    ["hlep", "unknown command 'hlep'; did you mean 'help'?"],
    ["zebra", "unknown command 'zebra'"],
    ["data", "'data' needs a further word: list, fetch"],
    ["dtaa", "unknown command 'dtaa'; did you mean 'data'?"],
    ["data ftech sparc", "unknown command 'data ftech'; did you mean 'data fetch'?"],
    ["help data ftech", "unknown command 'data ftech'; did you mean 'data fetch'?"],
    ["--versoin", "unknown option '--versoin'; did you mean '--version'?"],
    ["-x plan", "unknown option '-x'"],
    [
      "--limit=3 plan",
      "option '--limit' stands before the command; write it after the command",
    ],
  ]

  @Test(arguments: wrongLines)
  func namesWhatIsWrong(_ example: [String]) throws {
    let error = try #require(throws: UsageError.self) { try request(example[0]) }
    #expect("\(error)" == example[1])
  }

  @Test func saysWhereToReadOn() {
    let error = UsageError.unexpected("x")
    #expect(
      sampleCatalogue.text(of: error, in: DataListCommand.self) == """
        upsilon data list: unexpected word 'x'
        help: see 'upsilon data list --help'
        """)
    #expect(
      sampleCatalogue.text(of: error) == """
        upsilon: unexpected word 'x'
        help: see 'upsilon help'
        """)
  }

  @Test func parsesEveryExample() throws {
    for command in sampleCatalogue.commands {
      for example in command.examples {
        guard case .command(let found, let words) = try request(example) else {
          Issue.record("'\(example)' asks for a page")
          continue
        }
        #expect(found.name == command.name)
        _ = try Arguments(words, for: found.parameters)
      }
    }
  }

  @Test func runsWhatItFinds() throws {
    let (output, errors) = (MemorySink(), MemorySink())
    let terminal = Terminal(output: output, errors: errors)
    guard case .command(let command, let words) = try request("plan x.json --limit 3") else {
      return #expect(Bool(false), "the line asks for a command")
    }
    let status = try command.run(Arguments(words, for: command.parameters), terminal)
    terminal.flush()
    #expect(status == .done)
    #expect(output.text == "x.json 3\n")
    #expect(errors.text.isEmpty)
  }
}
